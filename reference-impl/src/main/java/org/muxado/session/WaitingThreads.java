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

  private @Nullable Thread first;
  private @Nullable Queue<Thread> others;
  private int signals;

  /** How often {@link #signalOne} or {@link #signalAll} was called; wraps around. */
  int signals() {
    return signals;
  }

  void add(Thread thread) {
    if (first == null) {
      first = thread;
      return;
    }
    if (others == null) {
      others = new ArrayDeque<>();
    }
    others.add(thread);
  }

  /** Takes a thread off the list, if it is there. */
  void remove(Thread thread) {
    if (first == thread) {
      first = nextOther();
    } else if (others != null) {
      others.remove(thread);
    }
  }

  /** Takes the thread that has waited longest off the list, to be unparked. */
  void signalOne(AfterUnlock after) {
    signals++;
    if (first != null) {
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

  private @Nullable Thread nextOther() {
    return others == null ? null : others.poll();
  }
}
