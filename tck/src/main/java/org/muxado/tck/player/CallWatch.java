package org.muxado.tck.player;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows which call into the adapter is running, so that one that does not return is seen from
 * outside. Written by the thread that plays the case, read by any.
 */
public final class CallWatch {

  private volatile @Nullable Running running;

  /** A call that has begun. Each is an object of its own. */
  public static final class Running {

    private final String what;
    private final long startNanos = System.nanoTime();
    private final long limitNanos;

    private Running(String what, long limitNanos) {
      this.what = what;
      this.limitNanos = limitNanos;
    }

    /** The call as a report shows it. */
    public String what() {
      return what;
    }

    /** Whether it has taken longer than it said that it may. */
    public boolean isOverdue() {
      return System.nanoTime() - startNanos > limitNanos;
    }
  }

  /** Makes a call and shows it meanwhile. */
  public <T> T run(String what, Supplier<T> call) {
    return run(what, 0, call);
  }

  /**
   * Makes a call that ends by itself, and shows it meanwhile.
   *
   * @param limitNanos how long it may take, whatever the watchdog says
   */
  public <T> T run(String what, long limitNanos, Supplier<T> call) {
    running = new Running(what, limitNanos);
    try {
      return call.get();
    } finally {
      running = null;
    }
  }

  /** The call that is running now, or null. */
  public @Nullable Running running() {
    return running;
  }
}
