package org.muxado.session;

import java.util.concurrent.locks.LockSupport;

/**
 * One thread that waits, once. A permit of {@link LockSupport} alone could be used up by any lock
 * that the thread contends for before it parks; the flag cannot.
 */
final class Waiter {

  private final Thread thread = Thread.currentThread();
  private volatile boolean signalled;

  /** Lets the thread go on. Under the session lock; {@link #unpark} follows without it. */
  void signal() {
    signalled = true;
  }

  void unpark() {
    LockSupport.unpark(thread);
  }

  /** Waits, on the thread itself, for a signal, an interrupt or the end of the time. */
  void await(CallLimit limit) {
    limit.arm(this);
    while (!signalled && !thread.isInterrupted() && !limit.isOver()) {
      limit.park(this);
    }
  }
}
