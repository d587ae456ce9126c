package org.muxado.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/** Plays W3 and W4: each worker writes until the time is over, a reader reads to the end. */
final class Bulk {

  private final Network network;
  private final int octets;

  private Bulk(Network network, int octets) {
    this.network = network;
    this.octets = octets;
  }

  static Sample play(Network network, Callers callers, Workload workload, long roundNanos)
      throws IOException {
    Bulk bulk = new Bulk(network, workload.octets());
    Crew readers = new Crew(callers);
    readers.add(workload.workers(), bulk::read);
    Crew writers = new Crew(callers);
    AtomicLong deadlineNanos = new AtomicLong();
    writers.add(workload.workers(), () -> bulk.write(deadlineNanos.get()));
    Stopwatch watch = Stopwatch.start();
    deadlineNanos.set(watch.startNanos() + roundNanos);
    readers.begin();
    writers.begin();
    writers.finish();
    long count = readers.finish();
    return watch.stop(count);
  }

  private long write(long deadlineNanos) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(octets);
    Duplex stream = network.open(buffer);
    do {
      stream.write(buffer.clear());
    } while (System.nanoTime() - deadlineNanos < 0);
    stream.finish();
    while (stream.read(buffer.clear()) >= 0) {
      // The reader ends its side once it has everything.
    }
    stream.close();
    return 0;
  }

  private long read() throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(octets);
    Duplex stream = network.accept();
    long count = 0;
    for (int read = 0; read >= 0; read = stream.read(buffer.clear())) {
      count += read;
    }
    stream.close();
    return count;
  }
}
