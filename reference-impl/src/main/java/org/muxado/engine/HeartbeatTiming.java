package org.muxado.engine;

/**
 * When heartbeats are sent, and how long an echo may take (section "Heartbeat"). Immutable.
 *
 * @param intervalNanos the time between two heartbeats in nanoseconds, at least 1
 * @param toleranceNanos how much longer than the interval an echo may take in nanoseconds, at least
 *     1
 */
public record HeartbeatTiming(long intervalNanos, long toleranceNanos) {

  /** An interval of 3 s and a tolerance of 10 s. */
  public static final HeartbeatTiming DEFAULT =
      new HeartbeatTiming(3_000_000_000L, 10_000_000_000L);

  /** Refuses values below 1. */
  public HeartbeatTiming {
    if (intervalNanos < 1 || toleranceNanos < 1) {
      throw new IllegalArgumentException(
          "heartbeat interval of "
              + intervalNanos
              + " ns and tolerance of "
              + toleranceNanos
              + " ns: each must be at least 1");
    }
  }
}
