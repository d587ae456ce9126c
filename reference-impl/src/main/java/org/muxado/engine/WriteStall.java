package org.muxado.engine;

/**
 * Whether writes to the transport make progress (LIMIT-5). A clock jumps when its machine was
 * asleep, and the write that runs then has had no time to end: so it gets a moment more, counted
 * from when the limit is found to be over. Not thread-safe.
 */
final class WriteStall {

  private static final long GRACE_NANOS = 1_000_000_000L;

  private enum Phase {
    /** No write waits for progress. */
    NONE,
    /** The limit runs. */
    LIMIT,
    /** The limit is over; the moment more runs. */
    GRACE
  }

  private final long limitNanos;
  private final Deadline deadline = new Deadline();
  private Phase phase = Phase.NONE;

  WriteStall(long limitNanos) {
    this.limitNanos = limitNanos;
  }

  /** A write of this many octets begins; the limit runs from the last progress. */
  void started(int octets, long nowNanos) {
    if (octets > 0 && phase == Phase.NONE) {
      run(Phase.LIMIT, nowNanos + limitNanos);
    }
  }

  /** A write made progress; what it left over must make progress in time, too. */
  void progressed(boolean leftOver, long nowNanos) {
    clear();
    if (leftOver) {
      run(Phase.LIMIT, nowNanos + limitNanos);
    }
  }

  private void run(Phase next, long endNanos) {
    phase = next;
    deadline.set(endNanos);
  }

  void clear() {
    phase = Phase.NONE;
    deadline.clear();
  }

  /** Lets the time run; returns whether the transport is to be given up. */
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
