package org.muxado.thread;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A flag that one thread waits for and takes, and any thread sets. Thread-safe. */
public final class WakeSignal {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean up;

  /** Puts the flag up. */
  public void set() {
    lock.lock();
    try {
      up = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the flag is up, and takes it down; an interrupt, which stays, ends the wait. */
  public void await() {
    await(0);
  }

  /**
   * As {@link #await()}, with a time limit.
   *
   * @param limitMillis how long to wait at most, or 0 for as long as it takes
   */
  public void await(long limitMillis) {
    lock.lock();
    try {
      if (limitMillis > 0) {
        waitFor(TimeUnit.MILLISECONDS.toNanos(limitMillis));
      }
      while (!up && limitMillis == 0) {
        changed.await();
      }
      up = false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private void waitFor(long limitNanos) throws InterruptedException {
    long leftNanos = limitNanos;
    while (!up && leftNanos > 0) {
      leftNanos = changed.awaitNanos(leftNanos);
    }
  }
}
