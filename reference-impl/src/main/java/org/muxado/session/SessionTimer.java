package org.muxado.session;

import org.jspecify.annotations.Nullable;

/**
 * Has the clock call the session at the engine's next deadline. Guarded by the session lock, except
 * for {@link #fire}.
 *
 * <p>A deadline that moves away leaves the clock's task in place, which then finds nothing to do.
 * Tasks that are still with the clock at the session's end hold on to this small object only.
 */
final class SessionTimer {

  private final SessionClock clock;
  private volatile @Nullable Runnable tick;
  private boolean armed;
  private long armedForNanos;

  /**
   * Makes a timer, not armed.
   *
   * @param tick what to call, without the session lock, when a deadline may have come
   */
  SessionTimer(SessionClock clock, Runnable tick) {
    this.clock = clock;
    this.tick = tick;
  }

  /** Sees to it that the session is called at this time at the latest. */
  void armFor(long atNanos, AfterUnlock after) {
    if (tick == null || (armed && atNanos - armedForNanos >= 0)) {
      return;
    }
    armed = true;
    armedForNanos = atNanos;
    after.call(() -> clock.schedule(atNanos, this::fire));
  }

  /** The session was called at this time: what was armed for it has done its work. */
  void fired(long nowNanos) {
    if (armedForNanos - nowNanos <= 0) {
      armed = false;
    }
  }

  /** Forgets the session. */
  void stop() {
    tick = null;
  }

  private void fire() {
    Runnable target = tick;
    if (target != null) {
      target.run();
    }
  }
}
