package org.muxado.session;

import org.jspecify.annotations.Nullable;
import org.muxado.engine.EngineSettings;

/**
 * The settings of one session. Immutable; made by {@link #builder}.
 *
 * @param protocol what the engine goes by
 * @param timeLimits how long calls wait at most
 * @param clock what the timers run on
 * @param observer who hears what happens in the session, or null
 */
public record SessionSettings(
    EngineSettings protocol,
    TimeLimits timeLimits,
    SessionClock clock,
    @Nullable SessionObserver observer) {

  /** Heartbeats every 3 s, a backlog of 100, up to 1,000 streams of the peer, the system clock. */
  public static final SessionSettings DEFAULT = new SessionSettingsBuilder().build();

  /** Starts from the defaults. */
  public static SessionSettingsBuilder builder() {
    return new SessionSettingsBuilder();
  }
}
