package org.muxado.session;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The one lock of a session, with what is to be done once it is released. See {@code
 * docs/concurrency.md}.
 */
final class SessionLock {

  private final ReentrantLock lock = new ReentrantLock();
  private AfterUnlock after = new AfterUnlock();
  private Consumer<Throwable> onFault = fault -> {};

  /** Names who hears, without the lock, of what the calls after it throw. */
  void onFault(Consumer<Throwable> handler) {
    onFault = handler;
  }

  void acquire() {
    lock.lock();
  }

  /** Releases the lock and does what was left for after it. Throws nothing of that. */
  void release() {
    AfterUnlock left = after;
    if (left.isEmpty()) {
      lock.unlock();
      return;
    }
    after = new AfterUnlock();
    lock.unlock();
    left.run(onFault);
  }

  /** Where the holder of the lock leaves what is to be done after it. */
  AfterUnlock after() {
    return after;
  }

  /** A condition for session threads; before waiting on it, nothing may be left for after. */
  Condition newCondition() {
    return lock.newCondition();
  }

  /** Does what was left for after the lock, if anything, without it; then nothing is left. */
  void doWhatIsLeft() {
    if (!after.isEmpty()) {
      releaseAndAcquire();
    }
  }

  /** Lets go of the lock, does what was left for after it, and takes it again. */
  void releaseAndAcquire() {
    release();
    acquire();
  }

  /**
   * Lets go of the lock until the list is signalled or the time is over.
   *
   * @return false if the thread is interrupted, which it stays
   */
  boolean park(WaitingThreads list, CallLimit limit) {
    Waiter waiter = new Waiter();
    list.add(waiter);
    park(waiter, limit);
    list.remove(waiter);
    waiter.signal();
    return !Thread.currentThread().isInterrupted();
  }

  /** Lets go of the lock until the waiter is signalled, interrupted or out of time. */
  void park(Waiter waiter, CallLimit limit) {
    release();
    waiter.await(limit);
    acquire();
  }
}
