package org.muxado.session;

/**
 * The time by which a session's timers run: heartbeats, the bounded times of closing and draining,
 * limits on writes that stall. Implementations are thread-safe.
 *
 * <p>A clock other than {@link #system} serves tests that let the time pass at will.
 */
public interface SessionClock {

  /** The system's monotonic clock; one shared daemon thread runs what is scheduled. */
  static SessionClock system() {
    return SystemClock.INSTANCE;
  }

  /** The time in nanoseconds since an arbitrary origin; never runs backwards. Waits for nothing. */
  long nanoTime();

  /**
   * Runs a short task, which waits for nothing, once the clock has reached a time: on a thread of
   * the clock's choice, or at once on the caller's if that time has passed.
   *
   * @param atNanoTime a time on the scale of {@link #nanoTime}
   */
  void schedule(long atNanoTime, Runnable task);
}
