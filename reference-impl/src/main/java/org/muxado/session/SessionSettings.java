package org.muxado.session;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muxado.engine.EngineSettings;

/**
 * The settings of one session. Immutable; made by {@link #builder}.
 *
 * @param protocol what the engine goes by
 * @param timeLimits how long calls wait at most
 * @param clock what the timers run on
 * @param extensions who serves the peer's streams of which extension type
 * @param observer who hears what happens in the session, or null
 */
public record SessionSettings(
    EngineSettings protocol,
    TimeLimits timeLimits,
    SessionClock clock,
    Map<Integer, Extension> extensions,
    @Nullable SessionObserver observer) {

  /** Heartbeats every 3 s, a backlog of 100, up to 256 streams of the peer, the system clock. */
  public static final SessionSettings DEFAULT = new SessionSettingsBuilder().build();

  /** Keeps a copy of the extensions. */
  public SessionSettings {
    extensions = Map.copyOf(extensions);
  }

  /** Starts from the defaults. */
  public static SessionSettingsBuilder builder() {
    return new SessionSettingsBuilder();
  }
}
