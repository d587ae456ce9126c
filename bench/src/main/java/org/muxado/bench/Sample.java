package org.muxado.bench;

/**
 * What one round gave. Immutable.
 *
 * @param count how many exchanges or octets
 * @param nanos how long they took, in nanoseconds
 * @param cpuNanos the processor time of the process meanwhile, in nanoseconds
 */
record Sample(long count, long nanos, long cpuNanos) {

  /** Exchanges or octets in a second. */
  double perSecond() {
    return count * 1e9 / nanos;
  }

  /** The processor time of one exchange or octet, in nanoseconds. */
  double cpuNanosEach() {
    return (double) cpuNanos / count;
  }
}
