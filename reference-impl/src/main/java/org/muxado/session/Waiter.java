package org.muxado.session;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.muxado.transport.PolledTransport;

/**
 * One thread that waits, once: parked, or reading the transport. A permit of {@link LockSupport}
 * alone could be used up by any lock that the thread contends for before it parks; the flag cannot.
 */
final class Waiter implements Turn {

  private final Thread thread = Thread.currentThread();
  private final @Nullable WaitCount count;
  private volatile boolean signalled;
  private volatile @Nullable PolledTransport reading;

  /** Begins to wait, uncounted. Under the session lock. */
  Waiter() {
    count = null;
  }

  /** Begins to wait. Under the session lock. */
  Waiter(WaitCount count) {
    this.count = count;
    count.entered();
  }

  /** Lets the thread go on. Under the session lock; {@link #unpark} follows without it. */
  void signal() {
    if (!signalled) {
      signalled = true;
      if (count != null) {
        count.left();
      }
    }
  }

  /** Names what the thread waits in from now on, or null if it will park. Under the lock. */
  void reads(@Nullable PolledTransport transport) {
    reading = transport;
  }

  void unpark() {
    PolledTransport transport = reading;
    if (transport == null) {
      LockSupport.unpark(thread);
    } else if (Thread.currentThread() != thread) {
      transport.wakeup(); // the thread itself looks before it waits
    }
  }

  @Override
  public boolean isOver() {
    return signalled || thread.isInterrupted();
  }

  /** Waits, on the thread itself, for a signal, an interrupt or the end of the time. */
  void await(CallLimit limit) {
    limit.arm(this);
    while (!isOver() && !limit.isOver()) {
      limit.park(this);
    }
  }
}
