package org.muxado.session;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muxado.engine.EngineSettings;
import org.muxado.engine.Role;
import org.muxado.thread.VirtualThreads;

/**
 * The settings of one session. Immutable; made by {@link #builder}.
 *
 * @param protocol what the engine goes by
 * @param timeLimits how long calls wait at most
 * @param clock what the timers run on
 * @param extensions who serves the peer's streams of which extension type
 * @param threads of which kind the session's own threads are
 * @param observer who hears what happens in the session, or null
 */
public record SessionSettings(
    EngineSettings protocol,
    TimeLimits timeLimits,
    SessionClock clock,
    Map<Integer, Extension> extensions,
    ThreadChoice threads,
    @Nullable SessionObserver observer) {

  /** Heartbeats every 3 s, a backlog of 100, up to 256 streams of the peer, the system clock. */
  public static final SessionSettings DEFAULT = new SessionSettingsBuilder().build();

  /** Keeps a copy of the extensions; refuses virtual threads on a Java that has none. */
  public SessionSettings {
    if (threads == ThreadChoice.VIRTUAL && !VirtualThreads.areThere()) {
      throw new IllegalArgumentException(
          "virtual threads need Java 21, this is " + Runtime.version().feature());
    }
    extensions = Map.copyOf(extensions);
  }

  /** Starts from the defaults. */
  public static SessionSettingsBuilder builder() {
    return new SessionSettingsBuilder();
  }

  /**
   * Checks that a server may have the first stream id, as the start of its session does.
   *
   * @throws IllegalArgumentException if not
   */
  public void requireServersFirstStreamId() {
    protocol.requireFirstStreamIdOf(Role.SERVER);
  }

  /** How long a write to the transport may make no progress, in nanoseconds (LIMIT-5). */
  public long writeStallNanos() {
    return protocol.limits().writeStallNanos();
  }
}
