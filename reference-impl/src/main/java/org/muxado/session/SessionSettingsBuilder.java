package org.muxado.session;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muxado.engine.EngineExtension;
import org.muxado.engine.EngineSettings;
import org.muxado.engine.EngineSettingsBuilder;
import org.muxado.engine.HeartbeatTiming;
import org.muxado.engine.Limits;

/**
 * Makes {@link SessionSettings}. Values are checked by {@link #build}, negative durations at once;
 * durations of more than 146 years count as that long. For one thread.
 */
public final class SessionSettingsBuilder {

  private static final int DEFAULT_GROWTH_BYTES = 16 << 20;

  /** When half of it is free, a usual write of 64 KiB fits in one go. */
  private static final int DEFAULT_SEND_QUEUE_BYTES = 131_072;

  private final EngineSettingsBuilder protocol =
      EngineSettings.builder()
          .heartbeat(HeartbeatTiming.DEFAULT)
          .windowGrowthBytes(DEFAULT_GROWTH_BYTES)
          .sendQueueBytes(DEFAULT_SEND_QUEUE_BYTES);
  private TimeLimits timeLimits = TimeLimits.NONE;
  private SessionClock clock = SessionClock.system();
  private final Map<Integer, Extension> extensions = new HashMap<>();
  private Set<Integer> acceptedTypes = Set.of();
  private ThreadChoice threads = ThreadChoice.AUTOMATIC;
  private @Nullable SessionObserver observer;

  SessionSettingsBuilder() {}

  /** How many of the peer's streams may wait to be accepted, at least 1; 100 if not set. */
  public SessionSettingsBuilder backlog(int streams) {
    protocol.backlog(streams);
    return this;
  }

  /**
   * How many of this side's own streams may live at once, at least 1; opening waits for one to end.
   * Without limit if not set: the peer refuses those that are too many for it.
   */
  public SessionSettingsBuilder maxOwnStreams(int streams) {
    protocol.maxOwnStreams(streams);
    return this;
  }

  /** What the peer may cost, the number of its streams first; {@link Limits#DEFAULT} if not set. */
  public SessionSettingsBuilder limits(Limits bounds) {
    protocol.limits(bounds);
    return this;
  }

  /** The first receive window of each stream, in octets: 65,536, which is the default, or more. */
  public SessionSettingsBuilder receiveWindowBytes(int octets) {
    protocol.receiveWindowBytes(octets);
    return this;
  }

  /**
   * How far all receive windows of the session together may grow beyond their first size, in
   * octets: 16 MiB if not set, 0 for fixed windows. A window grows while the peer delivers more
   * than fits into it in one round trip. Octets that nobody reads take memory, up to the window.
   */
  public SessionSettingsBuilder windowGrowthBytes(int octets) {
    protocol.windowGrowthBytes(octets);
    return this;
  }

  /** How many octets of one stream may wait to be sent, at least 4; 131,072 if not set. */
  public SessionSettingsBuilder sendQueueBytes(int octets) {
    protocol.sendQueueBytes(octets);
    return this;
  }

  /**
   * When heartbeats are sent and how much longer than that an echo may take; 3 s and 10 s if not
   * set.
   *
   * @throws IllegalArgumentException if one of them is not positive
   */
  public SessionSettingsBuilder heartbeat(Duration interval, Duration tolerance) {
    protocol.heartbeat(
        new HeartbeatTiming(
            CallLimit.saturated("heartbeat interval", interval),
            CallLimit.saturated("heartbeat tolerance", tolerance)));
    return this;
  }

  /** Sends no heartbeats. Those of the peer are answered all the same. */
  public SessionSettingsBuilder noHeartbeat() {
    protocol.heartbeat(null);
    return this;
  }

  /**
   * The extension stream types whose streams {@link Session#accept} gives too and {@link
   * Session#open(OpenOptions)} opens, each above 0xFFFFFEFF as an unsigned number; none if not set.
   */
  public SessionSettingsBuilder extensions(Set<Integer> types) {
    acceptedTypes = types;
    return this;
  }

  /**
   * Registers an extension: it serves the streams of its type that the peer opens, and {@link
   * Session#open(OpenOptions)} opens such streams. None if not set.
   *
   * @throws IllegalArgumentException if one of this type is there
   */
  public SessionSettingsBuilder extension(Extension extension) {
    if (extensions.putIfAbsent(extension.type(), extension) != null) {
      throw new IllegalArgumentException(
          "extension type 0x%08X is registered twice".formatted(extension.type()));
    }
    return this;
  }

  /**
   * Registers an extension that works inside the engine: it has no thread and is called under the
   * session's lock, so it must not wait, throw, or call the session. It serves the streams of its
   * type that the peer opens; {@link Session#open(OpenOptions)} opens such streams, too, which it
   * does not see. None if not set.
   *
   * @param type the stream type, an unsigned number in an int, from 0xFFFFFF00 up
   * @param factory makes the extension of each session
   * @throws IllegalArgumentException if one of this kind and type is there
   */
  public SessionSettingsBuilder engineExtension(int type, EngineExtension.Factory factory) {
    protocol.extension(type, factory);
    return this;
  }

  /** Whether the peer understands PRI, so that changes of priority are sent; false if not set. */
  public SessionSettingsBuilder peerUnderstandsPri(boolean understands) {
    protocol.peerUnderstandsPri(understands);
    return this;
  }

  /** Whether the peer is the Go library, with its quirks; false if not set. */
  public SessionSettingsBuilder peerQuirks(boolean quirks) {
    protocol.peerQuirks(quirks);
    return this;
  }

  /** The first id that this side gives; 0, the default, is the role's own. */
  public SessionSettingsBuilder firstStreamId(int id) {
    protocol.firstStreamId(id);
    return this;
  }

  /**
   * How long closing a session may go on sending what was written; 1 s if not set. That is short
   * where a slow link or reader leaves much to send: {@link Session#drain} before closing has no
   * such haste.
   */
  public SessionSettingsBuilder flush(Duration limit) {
    protocol.flushNanos(CallLimit.saturated("flush time", limit));
    return this;
  }

  /**
   * How long closing may wait, behind its GOAWAY, until that is written and the peer ends its side;
   * 1 s if not set.
   */
  public SessionSettingsBuilder linger(Duration limit) {
    protocol.closeNanos(CallLimit.saturated("linger time", limit));
    return this;
  }

  /** How long a drain waits between its two GOAWAYs where no heartbeat can tell; 1 s if not set. */
  public SessionSettingsBuilder drainDelay(Duration delay) {
    protocol.drainNanos(CallLimit.saturated("drain delay", delay));
    return this;
  }

  /**
   * How long a stream that the application has closed may wait for its peer, to read what was
   * written and to end its side, before it is reset; 5 minutes if not set.
   */
  public SessionSettingsBuilder closedStreamLimit(Duration limit) {
    protocol.closedStreamNanos(CallLimit.saturated("closed stream limit", limit));
    return this;
  }

  /** How long calls wait at most; without limit if not set. */
  public SessionSettingsBuilder timeLimits(TimeLimits limits) {
    timeLimits = limits;
    return this;
  }

  /** What the timers run on; the system clock if not set. */
  public SessionSettingsBuilder clock(SessionClock source) {
    clock = source;
    return this;
  }

  /** Of which kind the session's own threads are; {@link ThreadChoice#AUTOMATIC} if not set. */
  public SessionSettingsBuilder threads(ThreadChoice choice) {
    threads = choice;
    return this;
  }

  /** Who hears what happens; a {@link FrameObserver} of each frame, too. Nobody if not set. */
  public SessionSettingsBuilder observer(SessionObserver listener) {
    observer = listener;
    protocol.tellFrames(listener instanceof FrameObserver);
    return this;
  }

  /**
   * Makes the settings.
   *
   * @throws IllegalArgumentException if a value is outside its range, or an {@link
   *     #engineExtension} has the type of an {@link #extension} or one of {@link #extensions}
   */
  public SessionSettings build() {
    Set<Integer> types = new HashSet<>(acceptedTypes);
    types.addAll(extensions.keySet());
    protocol.extensions(types);
    return new SessionSettings(protocol.build(), timeLimits, clock, extensions, threads, observer);
  }
}
