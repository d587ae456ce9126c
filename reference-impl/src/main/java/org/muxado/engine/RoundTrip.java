package org.muxado.engine;

/**
 * The shortest time that an answer of the peer took: what is longer waited in queues, which larger
 * windows would only make longer. Not thread-safe.
 */
final class RoundTrip {

  private long minNanos = Long.MAX_VALUE;

  /** An answer took this long, in nanoseconds. */
  void took(long nanos) {
    minNanos = Math.min(minNanos, nanos);
  }

  /** The shortest time so far, in nanoseconds; {@link Long#MAX_VALUE} if there is none. */
  long minNanos() {
    return minNanos;
  }
}
