package org.muxado.session;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The system's monotonic clock. Its thread starts with the first timer. Thread-safe. */
final class SystemClock implements SessionClock {

  static final SystemClock INSTANCE = new SystemClock();

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, task -> SessionThreads.daemon("muxado-clock", task));

  private SystemClock() {}

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // a task tells nothing and catches its own faults
  public void schedule(long atNanoTime, Runnable task) {
    timer.schedule(task, atNanoTime - System.nanoTime(), TimeUnit.NANOSECONDS);
  }
}
