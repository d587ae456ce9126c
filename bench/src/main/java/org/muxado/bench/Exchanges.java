package org.muxado.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/** Plays W1 and W2: each worker opens, writes, reads the echo and closes, again and again. */
final class Exchanges {

  private final Network network;
  private final int octets;

  private Exchanges(Network network, int octets) {
    this.network = network;
    this.octets = octets;
  }

  static Sample play(Network network, Callers callers, Workload workload, long roundNanos)
      throws IOException {
    Exchanges exchanges = new Exchanges(network, workload.octets());
    Crew servers = new Crew(callers);
    servers.add(workload.workers(), exchanges::serve);
    servers.begin();
    Crew clients = new Crew(callers);
    AtomicLong deadlineNanos = new AtomicLong();
    clients.add(workload.workers(), () -> exchanges.ask(deadlineNanos.get()));
    Stopwatch watch = Stopwatch.start();
    deadlineNanos.set(watch.startNanos() + roundNanos);
    clients.begin();
    long count = clients.finish();
    return watch.stop(count);
  }

  private long ask(long deadlineNanos) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(octets);
    long count = 0;
    do {
      Duplex stream = network.open(buffer.clear());
      readFully(stream, buffer.clear());
      stream.close();
      count++;
    } while (System.nanoTime() - deadlineNanos < 0);
    return count;
  }

  /** Ends when the network is closed: it fails then, and nobody asks. */
  private long serve() throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(octets);
    while (true) {
      Duplex stream = network.accept();
      readFully(stream, buffer.clear());
      stream.write(buffer.flip());
      stream.close();
    }
  }

  private static void readFully(Duplex stream, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (stream.read(buffer) < 0) {
        throw new IOException("the echo ends after " + buffer.position() + " octets");
      }
    }
  }
}
