package org.muxado.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.muxado.transport.PolledTransport;

/**
 * A transport for tests that takes octets whole and may hold them inside, and whose end of input
 * ends the output too: as TLS does.
 */
final class HoldingTransport implements PolledTransport {

  private boolean holds;
  private boolean full;
  private boolean endComes;
  private boolean broken;
  private boolean closed;
  private boolean woken;
  private int writes;
  private int waitsAfterEnd;
  private int octetsAtEnd = -1;
  private int octets;

  /** Whether what is written stays inside. */
  synchronized void hold(boolean held) {
    holds = held;
    wakeup();
  }

  /** Whether nothing is taken. */
  synchronized void fill(boolean filled) {
    full = filled;
    wakeup();
  }

  /** The peer ends its output. */
  synchronized void endInput() {
    endComes = true;
    wakeup();
  }

  /** Waiting fails from now on. */
  synchronized void breakDown() {
    broken = true;
    wakeup();
  }

  synchronized int writes() {
    return writes;
  }

  /** Waits until so many writes were made. */
  synchronized void awaitWrites(int count) throws InterruptedException {
    while (writes < count) {
      wait();
    }
  }

  /** Waits until the session has seen the end of input coming, and waits itself. */
  synchronized void awaitWaitAfterEnd() throws InterruptedException {
    while (waitsAfterEnd == 0) {
      wait();
    }
  }

  /** How many octets were written when the end of input was read; waits for that. */
  synchronized int octetsAtEnd() throws InterruptedException {
    while (octetsAtEnd < 0) {
      wait();
    }
    return octetsAtEnd;
  }

  @Override
  public synchronized int write(ByteBuffer source) {
    writes++;
    notifyAll();
    if (full) {
      return 0;
    }
    int count = source.remaining();
    source.position(source.limit());
    octets += count;
    return count;
  }

  @Override
  public synchronized boolean flushed() {
    return !holds;
  }

  @Override
  public synchronized boolean readMayEndOutput() {
    return endComes;
  }

  @Override
  public synchronized int read(ByteBuffer target) {
    if (endComes && octetsAtEnd < 0) {
      octetsAtEnd = octets;
      notifyAll();
    }
    return endComes || closed ? -1 : 0;
  }

  @Override
  public synchronized void await(boolean forInput, boolean forOutput) throws IOException {
    if (endComes && full) {
      waitsAfterEnd++;
      notifyAll();
    }
    try {
      while (!woken && !closed && !broken) {
        wait();
      }
    } catch (InterruptedException e) {
      // May return early.
    }
    woken = false;
    if (broken) {
      throw new IOException("broken on purpose");
    }
  }

  @Override
  public synchronized void wakeup() {
    woken = true;
    notifyAll();
  }

  @Override
  public void endOutput() {}

  @Override
  public String name() {
    return "holding transport";
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
