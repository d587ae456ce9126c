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

    private Running(String what) {
      this.what = what;
    }

    /** The call as a report shows it. */
    public String what() {
      return what;
    }
  }

  /** Makes a call and shows it meanwhile. */
  public <T> T run(String what, Supplier<T> call) {
    running = new Running(what);
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
