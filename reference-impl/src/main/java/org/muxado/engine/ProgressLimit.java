package org.muxado.engine;

/**
 * How long something may make no progress: a write to the transport (LIMIT-5), a frame that comes
 * (LIMIT-11). A clock jumps when its machine was asleep, and what was going on has had no time to
 * end then: so it gets a moment more, counted from when the limit is found to be over. Not
 * thread-safe.
 */
final class ProgressLimit {

  private static final long GRACE_NANOS = 1_000_000_000L;

  private enum Phase {
    /** Nothing waits for progress. */
    NONE,
    /** The limit runs. */
    LIMIT,
    /** The limit is over; the moment more runs. */
    GRACE
  }

  private final long limitNanos;
  private final Deadline deadline = new Deadline();
  private Phase phase = Phase.NONE;

  ProgressLimit(long limitNanos) {
    this.limitNanos = limitNanos;
  }

  /** Progress is waited for; the limit runs from now, unless it does already. */
  void start(long nowNanos) {
    if (phase == Phase.NONE) {
      run(Phase.LIMIT, nowNanos + limitNanos);
    }
  }

  private void run(Phase next, long endNanos) {
    phase = next;
    deadline.set(endNanos);
  }

  /** Progress was made, or nothing waits for it any more. */
  void clear() {
    phase = Phase.NONE;
    deadline.clear();
  }

  /** Lets the time run; returns whether it was over for good just now. */
  boolean tick(long nowNanos) {
    if (!deadline.isDue(nowNanos)) {
      return false;
    }
    if (phase == Phase.LIMIT) {
      run(Phase.GRACE, nowNanos + Math.min(limitNanos, GRACE_NANOS));
      return false;
    }
    clear();
    return true;
  }

  long nanosLeft(long nowNanos) {
    return deadline.nanosLeft(nowNanos);
  }
}
