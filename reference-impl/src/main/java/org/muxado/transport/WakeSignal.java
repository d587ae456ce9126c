package org.muxado.transport;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A flag that one thread waits for and takes, and any thread sets. Thread-safe. */
final class WakeSignal {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean up;

  void set() {
    lock.lock();
    try {
      up = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the flag is up, and takes it down; an interrupt, which stays, ends the wait. */
  void await() {
    lock.lock();
    try {
      while (!up) {
        changed.await();
      }
      up = false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
