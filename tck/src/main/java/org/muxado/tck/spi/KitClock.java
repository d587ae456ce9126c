package org.muxado.tck.spi;

/**
 * A clock that stands still until the kit advances it, by jumps: the tasks that are due then run at
 * the new time. Thread-safe.
 */
public interface KitClock {

  /** The time in nanoseconds since an arbitrary origin. */
  long nanoTime();

  /**
   * Runs a task once the clock has reached a time; on the thread that advances the clock, or at
   * once on the calling thread if that time has passed.
   *
   * @return a handle whose {@link Timer#cancel} withdraws the task
   */
  Timer schedule(long atNanoTime, Runnable task);

  /** A scheduled task. */
  interface Timer {
    /** Withdraws the task if it has not run yet. */
    void cancel();
  }
}
