package org.muxado.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** When a round began, on the clock and by the processor time of this process. Immutable. */
record Stopwatch(long startNanos, long startCpuNanos) {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  static Stopwatch start() {
    return new Stopwatch(System.nanoTime(), SYSTEM.getProcessCpuTime());
  }

  /** The round is over, and gave this many exchanges or octets. */
  Sample stop(long count) {
    long nanos = System.nanoTime() - startNanos;
    return new Sample(count, nanos, SYSTEM.getProcessCpuTime() - startCpuNanos);
  }
}
