package org.muxado.tck.player;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.spi.HeartbeatOptions;
import org.muxado.tck.spi.KitClock;
import org.muxado.tck.spi.Limit;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.vectors.conversation.SessionOptions;

/** Turns a conversation's settings into those of the adapter's interface. Stateless. */
final class Options {

  private Options() {}

  /**
   * The settings of a session.
   *
   * @param clock the clock of the case, given to the implementation where the case asks for it
   */
  static PeerOptions of(SessionOptions options, KitClock clock) {
    return new PeerOptions(
        options.backlog(),
        heartbeat(options.heartbeat()),
        options.extensions(),
        options.pri(),
        options.quirks(),
        options.firstId(),
        limits(options.limits()),
        options.clock() ? clock : null);
  }

  private static Map<Limit, Integer> limits(
      Map<org.muxado.vectors.conversation.Limit, Integer> named) {
    Map<Limit, Integer> limits = new EnumMap<>(Limit.class);
    named.forEach((limit, value) -> limits.put(Limit.valueOf(limit.name()), value));
    return limits;
  }

  private static @Nullable HeartbeatOptions heartbeat(SessionOptions.@Nullable Heartbeat beat) {
    return beat == null
        ? null
        : new HeartbeatOptions(beat.intervalMillis(), beat.toleranceMillis());
  }
}
