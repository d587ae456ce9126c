package org.muxado.tck.player;

import java.util.concurrent.TimeUnit;

/**
 * Wakes the thread that plays a case when anything happened: octets came, a call was answered.
 * Counting, so that nothing that happens between looking and waiting is missed. Thread-safe.
 */
final class Signal {

  private long count;

  /** Something happened. */
  synchronized void raise() {
    count++;
    notifyAll();
  }

  /** How often something happened. */
  synchronized long count() {
    return count;
  }

  /**
   * Waits until something happened after {@code seen}.
   *
   * @param seen an earlier {@link #count}
   * @param deadlineNanos when to give up, on {@link System#nanoTime}
   * @return false if nothing happened in time
   */
  synchronized boolean awaitAfter(long seen, long deadlineNanos) throws InterruptedException {
    while (count == seen) {
      long leftNanos = deadlineNanos - System.nanoTime();
      if (leftNanos <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, leftNanos);
    }
    return true;
  }
}
