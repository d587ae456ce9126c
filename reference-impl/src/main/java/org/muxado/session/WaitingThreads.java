package org.muxado.session;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The threads that wait for one thing. Guarded by the session lock.
 *
 * <p>Counts its signals, so that a thread which looked, found nothing and let go of the lock before
 * it waits can see that it must look again.
 */
final class WaitingThreads {

  private @Nullable Waiter first;
  private @Nullable Queue<Waiter> others;
  private int signals;

  /** How often {@link #signalOne} or {@link #signalAll} was called; wraps around. */
  int signals() {
    return signals;
  }

  void add(Waiter waiter) {
    if (first == null) {
      first = waiter;
      return;
    }
    if (others == null) {
      others = new ArrayDeque<>();
    }
    others.add(waiter);
  }

  /** Takes a thread off the list, if it is there. */
  void remove(Waiter waiter) {
    if (first == waiter) {
      first = nextOther();
    } else if (others != null) {
      others.remove(waiter);
    }
  }

  /** Takes the thread that has waited longest off the list, to be unparked. */
  void signalOne(AfterUnlock after) {
    signals++;
    if (first != null) {
      first.signal();
      after.unpark(first);
      first = nextOther();
    }
  }

  /** Takes all threads off the list, to be unparked. */
  void signalAll(AfterUnlock after) {
    do {
      signalOne(after);
    } while (first != null);
  }

  private @Nullable Waiter nextOther() {
    return others == null ? null : others.poll();
  }
}
