package org.muxado.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes {@link EngineSettings}. Values are checked by {@link #build}. For one thread. */
public final class EngineSettingsBuilder {

  private int backlog = 100;
  private int maxOwnStreams = Integer.MAX_VALUE;
  private int receiveWindowBytes = EngineSettings.INITIAL_WINDOW_BYTES;
  private int windowGrowthBytes = 0;
  private int sendQueueBytes = 65_536;
  private @Nullable HeartbeatTiming heartbeat = null;
  private final Map<Integer, EngineExtension.Factory> extensions = new LinkedHashMap<>();
  private Set<Integer> handedOverTypes = Set.of();
  private boolean peerUnderstandsPri = false;
  private boolean peerQuirks = false;
  private int firstStreamId = 0;
  private long flushNanos = 1_000_000_000L;
  private long closeNanos = 1_000_000_000L;
  private long drainNanos = 1_000_000_000L;
  private long closedStreamNanos = 300_000_000_000L;
  private Limits limits = Limits.DEFAULT;
  private boolean tellFrames = false;

  EngineSettingsBuilder() {}

  /** How many of the peer's streams may wait to be accepted, at least 1; 100 if not set. */
  public EngineSettingsBuilder backlog(int streams) {
    backlog = streams;
    return this;
  }

  /** How many of this side's streams may live at once, at least 1; without limit if not set. */
  public EngineSettingsBuilder maxOwnStreams(int streams) {
    maxOwnStreams = streams;
    return this;
  }

  /** The first receive window of each stream, in octets: 65,536, which is the default, or more. */
  public EngineSettingsBuilder receiveWindowBytes(int octets) {
    receiveWindowBytes = octets;
    return this;
  }

  /** How far all receive windows of the session may grow together, in octets; 0 if not set. */
  public EngineSettingsBuilder windowGrowthBytes(int octets) {
    windowGrowthBytes = octets;
    return this;
  }

  /** How many octets of one stream may wait to be sent, at least 4; 65,536 if not set. */
  public EngineSettingsBuilder sendQueueBytes(int octets) {
    sendQueueBytes = octets;
    return this;
  }

  /** The timing of this side's heartbeats, or null to send none, which is the default. */
  public EngineSettingsBuilder heartbeat(@Nullable HeartbeatTiming timing) {
    heartbeat = timing;
    return this;
  }

  /**
   * The extension stream types whose streams the owner of the engine serves and opens, see {@link
   * Event.ExtensionOpened}; none if not set.
   */
  public EngineSettingsBuilder extensions(Set<Integer> types) {
    handedOverTypes = types;
    return this;
  }

  /**
   * Registers an extension that works inside the engine, without threads; none if not set. Sessions
   * make their extensions in the order of these calls.
   *
   * @throws IllegalArgumentException if one of this type is there
   */
  public EngineSettingsBuilder extension(int type, EngineExtension.Factory factory) {
    register(extensions, type, factory);
    return this;
  }

  private static void register(
      Map<Integer, EngineExtension.Factory> all, int type, EngineExtension.Factory factory) {
    if (all.putIfAbsent(type, factory) != null) {
      throw new IllegalArgumentException(
          "extension type 0x%08X is registered twice".formatted(type));
    }
  }

  /** Whether PRI may be sent; false if not set. */
  public EngineSettingsBuilder peerUnderstandsPri(boolean understands) {
    peerUnderstandsPri = understands;
    return this;
  }

  /** Whether the peer is the Go library, with its quirks; false if not set. */
  public EngineSettingsBuilder peerQuirks(boolean quirks) {
    peerQuirks = quirks;
    return this;
  }

  /** The first id that this side gives; 0, the default, is the role's own. */
  public EngineSettingsBuilder firstStreamId(int id) {
    firstStreamId = id;
    return this;
  }

  /** How long closing may go on sending queued DATA, in nanoseconds; 1 s if not set. */
  public EngineSettingsBuilder flushNanos(long nanos) {
    flushNanos = nanos;
    return this;
  }

  /** How long closing may wait for the peer, in nanoseconds; 1 s if not set. */
  public EngineSettingsBuilder closeNanos(long nanos) {
    closeNanos = nanos;
    return this;
  }

  /** How long a drain without heartbeats waits, in nanoseconds; 1 s if not set. */
  public EngineSettingsBuilder drainNanos(long nanos) {
    drainNanos = nanos;
    return this;
  }

  /** How long a closed stream may wait for its peer, in nanoseconds; 5 minutes if not set. */
  public EngineSettingsBuilder closedStreamNanos(long nanos) {
    closedStreamNanos = nanos;
    return this;
  }

  /** What the peer may cost. */
  public EngineSettingsBuilder limits(Limits bounds) {
    limits = bounds;
    return this;
  }

  /** Whether events tell of every frame sent and received; false if not set. */
  public EngineSettingsBuilder tellFrames(boolean told) {
    tellFrames = told;
    return this;
  }

  /**
   * Makes the settings.
   *
   * @throws IllegalArgumentException if a value is outside its range
   */
  public EngineSettings build() {
    Map<Integer, EngineExtension.Factory> all = new LinkedHashMap<>(extensions);
    handedOverTypes.forEach(type -> register(all, type, HandedOverStreams::new));
    return new EngineSettings(
        backlog,
        maxOwnStreams,
        receiveWindowBytes,
        windowGrowthBytes,
        sendQueueBytes,
        heartbeat,
        all,
        peerUnderstandsPri,
        peerQuirks,
        firstStreamId,
        flushNanos,
        closeNanos,
        drainNanos,
        closedStreamNanos,
        limits,
        tellFrames);
  }
}
