package org.muxado.tls;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long something may take that has begun. Immutable.
 *
 * @param limit how long, from the beginning
 * @param deadlineNanos when it must be over, in the time of {@link System#nanoTime}
 */
record TimeAllowed(Duration limit, long deadlineNanos) {

  /**
   * The time begins now.
   *
   * @param limit at most some years
   */
  static TimeAllowed fromNow(Duration limit) {
    return new TimeAllowed(limit, System.nanoTime() + limit.toNanos());
  }

  /** What is left of it, in nanoseconds; 0 or less if it is over. */
  long nanosLeft() {
    return deadlineNanos - System.nanoTime();
  }

  /** What is left in milliseconds, rounded up to at least 1: 0 would be no limit. */
  long millisLeft() {
    return Math.max(0, TimeUnit.NANOSECONDS.toMillis(nanosLeft())) + 1;
  }

  /** A share of what is left, where it is to do for this many. */
  TimeAllowed shareOf(int parts) {
    long nanos = Math.max(0, nanosLeft()) / parts;
    return new TimeAllowed(limit, System.nanoTime() + nanos);
  }

  boolean isOver() {
    return nanosLeft() <= 0;
  }
}
