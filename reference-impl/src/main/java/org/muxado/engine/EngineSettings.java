package org.muxado.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one session, checked against the role when the {@link Engine} is made. Immutable;
 * made by {@link #builder}.
 *
 * @param backlog how many of the peer's streams may wait to be accepted, at least 1
 * @param maxOwnStreams how many of this side's own streams may live at once, at least 1, heartbeats
 *     not counted
 * @param receiveWindowBytes the receive window of each stream in octets, at first: 65,536 to 2^31-1
 * @param windowGrowthBytes by how much all receive windows of the session together may grow beyond
 *     that, in octets, where they are too small for what the peer delivers; 0 for fixed windows
 * @param sendQueueBytes how many octets of one stream may wait to be sent, at least 4
 * @param heartbeat the timing of this side's heartbeats, or null to send none
 * @param extensions what serves the streams of each registered extension type, from 0xFFFFFF00 up
 *     as an unsigned number; that of heartbeats, 0xFFFFFEFF, is always served and must not be named
 * @param peerUnderstandsPri whether PRI may be sent
 * @param peerQuirks whether the peer is the Go library, with its quirks
 * @param firstStreamId the first id that this side gives, or 0 for the role's own
 * @param flushNanos how long closing a session may go on sending queued DATA, in nanoseconds, 0 or
 *     more
 * @param closeNanos how long closing may wait for the peer to end its side, in nanoseconds, 0 or
 *     more
 * @param drainNanos how long a drain waits between its two GOAWAYs where no echo comes sooner, in
 *     nanoseconds, 0 or more
 * @param closedStreamNanos how long a stream that the application has closed may wait for its peer,
 *     to read what is queued and to end its side, before it is reset, in nanoseconds, 0 or more
 * @param limits what the peer may cost
 * @param tellFrames whether {@link Event.FrameReceived} and {@link Event.FrameSent} tell of frames
 */
public record EngineSettings(
    int backlog,
    int maxOwnStreams,
    int receiveWindowBytes,
    int windowGrowthBytes,
    int sendQueueBytes,
    @Nullable HeartbeatTiming heartbeat,
    Map<Integer, EngineExtension.Factory> extensions,
    boolean peerUnderstandsPri,
    boolean peerQuirks,
    int firstStreamId,
    long flushNanos,
    long closeNanos,
    long drainNanos,
    long closedStreamNanos,
    Limits limits,
    boolean tellFrames) {

  /** The initial window of every stream in octets (FLOW: initial window). */
  public static final int INITIAL_WINDOW_BYTES = 65_536;

  /** The stream type of heartbeats; extension types are this one and all above, unsigned. */
  public static final int HEARTBEAT_TYPE = 0xFFFFFEFF;

  /** A backlog of 100, no window growth, no heartbeat, nothing special about the peer. */
  public static final EngineSettings DEFAULT = new EngineSettingsBuilder().build();

  /** Refuses values outside their ranges. */
  public EngineSettings {
    Range.atLeast("backlog", backlog, 1);
    Range.atLeast("maxOwnStreams", maxOwnStreams, 1);
    Range.atLeast("receiveWindowBytes", receiveWindowBytes, INITIAL_WINDOW_BYTES);
    Range.atLeast("windowGrowthBytes", windowGrowthBytes, 0);
    Range.atLeast("sendQueueBytes", sendQueueBytes, 4);
    Range.atLeast("firstStreamId", firstStreamId, 0);
    Range.atLeast("flushNanos", flushNanos, 0);
    Range.atLeast("closeNanos", closeNanos, 0);
    Range.atLeast("drainNanos", drainNanos, 0);
    Range.atLeast("closedStreamNanos", closedStreamNanos, 0);
    extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions)); // keeps the order
    extensions.keySet().forEach(EngineSettings::checkExtension);
  }

  /**
   * Checks that the first stream id suits a role, as an {@link Engine} does when it is made.
   *
   * @throws IllegalArgumentException if not
   */
  public void requireFirstStreamIdOf(Role role) {
    Ids.first(role, firstStreamId);
  }

  /** Whether a stream type belongs to extensions, the heartbeat's included (section 14.1). */
  static boolean isExtensionType(int type) {
    return Integer.compareUnsigned(type, HEARTBEAT_TYPE) >= 0;
  }

  /** Starts from the defaults. */
  public static EngineSettingsBuilder builder() {
    return new EngineSettingsBuilder();
  }

  private static void checkExtension(int type) {
    if (Integer.compareUnsigned(type, HEARTBEAT_TYPE) <= 0) {
      throw new IllegalArgumentException(
          "extension type 0x%08X is not from 0xFFFFFF00 up".formatted(type));
    }
  }
}
