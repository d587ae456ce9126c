package org.muxado.tck.spi;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one session under test. A setting is only changed from its default for an
 * implementation that declares the capability of that name.
 *
 * @param backlog how many of the peer's streams may wait for {@link PeerSession#accept}, at least 1
 * @param heartbeat the heartbeat that the implementation runs, or null for none; an implementation
 *     that cannot switch its heartbeat off does not declare {@link Capability#HEARTBEAT}
 * @param extensions registered extension stream types (each at or above 0xFFFFFEFF, as a signed
 *     int); their streams are shown by {@link PeerSession#accept}
 * @param peerUnderstandsPri whether PRI may be sent
 * @param peerQuirks whether the peer is the Go library, with its quirks
 * @param firstStreamId the first id that the implementation gives, or 0 for the protocol's own
 * @param limits the limits to hold, each at least 1; one that is not named is the implementation's
 *     own
 * @param clock the clock on which all timers of the session run, or null for the real one
 */
public record PeerOptions(
    int backlog,
    @Nullable HeartbeatOptions heartbeat,
    Set<Integer> extensions,
    boolean peerUnderstandsPri,
    boolean peerQuirks,
    int firstStreamId,
    Map<Limit, Integer> limits,
    @Nullable KitClock clock) {

  /** A backlog of 100 and everything else off. */
  public static final PeerOptions DEFAULTS =
      new PeerOptions(100, null, Set.of(), false, false, 0, Map.of(), null);

  /** Copies what can change. */
  public PeerOptions {
    extensions = Set.copyOf(extensions);
    limits = Map.copyOf(limits);
  }
}
