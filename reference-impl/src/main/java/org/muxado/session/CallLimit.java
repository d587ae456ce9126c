package org.muxado.session;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Until when one call may wait, on the clock of its session. Immutable. */
final class CallLimit {

  /** Waits as long as it takes. */
  static final CallLimit NONE = new CallLimit(null, 0, 0);

  /** Limits beyond this, 146 years, are none: so that no sum with a time overflows. */
  private static final long LONGEST_NANOS = Long.MAX_VALUE / 2;

  private final @Nullable SessionClock clock;
  private final long nanos;
  private final long endNanos;

  private CallLimit(@Nullable SessionClock clock, long nanos, long endNanos) {
    this.clock = clock;
    this.nanos = nanos;
    this.endNanos = endNanos;
  }

  /** Starts to count; 0 is no limit. */
  static CallLimit start(long nanos, SessionClock clock) {
    return nanos == 0 ? NONE : new CallLimit(clock, nanos, clock.nanoTime() + nanos);
  }

  /**
   * A duration in nanoseconds; what is too long for that becomes {@code Long.MAX_VALUE / 2}.
   *
   * @throws IllegalArgumentException if it is negative
   */
  static long saturated(String name, Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(name + " of " + duration + " is negative");
    }
    return Math.min(LONGEST_NANOS, TimeUnit.NANOSECONDS.convert(duration));
  }

  boolean isNone() {
    return clock == null;
  }

  boolean isOver() {
    return clock != null && clock.nanoTime() - endNanos >= 0;
  }

  /** The limit, for people. */
  Duration length() {
    return Duration.ofNanos(nanos);
  }

  /** Has the clock end the wait, unless parking keeps its time by itself. Without the lock. */
  void arm(Waiter waiter) {
    if (clock != null && !(clock instanceof SystemClock)) {
      clock.schedule(endNanos, waiter::unpark);
    }
  }

  /** Parks the current thread, no longer than to the end of the time. */
  void park(Waiter waiter) {
    if (clock instanceof SystemClock) {
      LockSupport.parkNanos(waiter, endNanos - clock.nanoTime());
    } else {
      LockSupport.park(waiter);
    }
  }
}
