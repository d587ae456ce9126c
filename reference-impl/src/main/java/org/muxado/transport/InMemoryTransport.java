package org.muxado.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.muxado.thread.WakeSignal;

/**
 * One end of a pipe inside the JVM, for tests and for peers in one process. Each direction holds a
 * bounded number of octets, so that a slow reader is felt as over a network.
 */
public final class InMemoryTransport implements PolledTransport {

  private final String name;
  private final InMemoryPipe in;
  private final InMemoryPipe out;
  private final WakeSignal signal;

  private InMemoryTransport(String name, InMemoryPipe in, InMemoryPipe out, WakeSignal signal) {
    this.name = name;
    this.in = in;
    this.out = out;
    this.signal = signal;
  }

  /**
   * The two ends of one pipe.
   *
   * @param client the end for the client
   * @param server the end for the server
   */
  public record Pair(InMemoryTransport client, InMemoryTransport server) {}

  /**
   * Makes a pipe.
   *
   * @param capacityBytes how many octets each direction holds, at least 1
   * @throws IllegalArgumentException if the capacity is below 1
   */
  public static Pair pair(int capacityBytes) {
    WakeSignal atClient = new WakeSignal();
    WakeSignal atServer = new WakeSignal();
    InMemoryPipe up = new InMemoryPipe(capacityBytes, atServer, atClient);
    InMemoryPipe down = new InMemoryPipe(capacityBytes, atClient, atServer);
    return new Pair(
        new InMemoryTransport("in-memory client", down, up, atClient),
        new InMemoryTransport("in-memory server", up, down, atServer));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return in.read(target);
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    return out.write(source);
  }

  @Override
  public void endOutput() {
    out.end();
  }

  @Override
  public void await(boolean forInput, boolean forOutput) {
    if (!(forInput && in.readable()) && !(forOutput && out.writable())) {
      signal.await();
    }
  }

  @Override
  public boolean callersMayRead() {
    return true;
  }

  @Override
  public boolean suitsVirtualThreads() {
    return true;
  }

  @Override
  public void wakeup() {
    signal.set();
  }

  @Override
  public void close() {
    out.end();
    in.breakOff();
  }
}
