package org.muxado.session;

import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.muxado.transport.PolledTransport;

/** A transport that takes no octet and gives none, and counts how often it is asked, for tests. */
final class FullTransport implements PolledTransport {

  static final int MANY = 1_000;

  final AtomicInteger writes = new AtomicInteger();

  /** Down once a thread waits for room, or {@link #MANY} writes were tried. */
  final CountDownLatch rests = new CountDownLatch(1);

  private boolean woken;
  private boolean closed;

  @Override
  public int write(ByteBuffer source) {
    if (writes.incrementAndGet() == MANY) {
      rests.countDown();
    }
    return 0;
  }

  @Override
  public int read(ByteBuffer target) {
    return isClosed() ? -1 : 0;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public void endOutput() {}

  @Override
  public synchronized void await(boolean forInput, boolean forOutput) {
    while (!woken && !closed) {
      if (forOutput) {
        rests.countDown();
      }
      try {
        wait();
      } catch (InterruptedException e) {
        return;
      }
    }
    woken = false;
  }

  @Override
  public synchronized void wakeup() {
    woken = true;
    notifyAll();
  }

  @Override
  public String name() {
    return "full transport";
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
