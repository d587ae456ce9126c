package org.muxado.tck.player;

import org.jspecify.annotations.Nullable;
import org.muxado.tck.spi.HeartbeatOptions;
import org.muxado.tck.spi.KitClock;
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
        options.clock() ? clock : null);
  }

  private static @Nullable HeartbeatOptions heartbeat(SessionOptions.@Nullable Heartbeat beat) {
    return beat == null
        ? null
        : new HeartbeatOptions(beat.intervalMillis(), beat.toleranceMillis());
  }
}
