package org.muxado.engine;

import java.nio.ByteBuffer;
import java.util.OptionalLong;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.muxado.frame.Decoded.Violation;
import org.muxado.frame.ErrorCode;
import org.muxado.frame.FrameHeader;

/** The heartbeat streams of both sides (section 14.2). Not thread-safe. */
final class Heartbeats {

  private static final int BYTES = 4;

  private final EngineSettings settings;
  private final StreamCalls calls;
  private final Queue<Event> events;
  private final ByteBuffer octets = ByteBuffer.allocate(BYTES);
  private @Nullable EngineStream own;
  private @Nullable Heartbeat heartbeat;
  private @Nullable EngineStream peers;
  private long echoes;

  Heartbeats(EngineSettings settings, StreamCalls calls, Queue<Event> events) {
    this.settings = settings;
    this.calls = calls;
    this.events = events;
  }

  /** Opens our heartbeat stream, if heartbeats are to be sent (HB-2, HB-4, HB-6). */
  void start(Opening opening, long nowNanos) {
    if (settings.heartbeat() != null) {
      own = opening.start(FrameHeader.MAX_31_BITS, EngineSettings.HEARTBEAT_TYPE, false);
      heartbeat = new Heartbeat(settings.heartbeat(), nowNanos);
    }
  }

  /** Serves the peer's heartbeat stream. */
  void serve(EngineStream stream) {
    peers = stream;
  }

  /** Whether a heartbeat stream of the peer came. */
  boolean isKnown() {
    return peers != null;
  }

  /** Whether the peer's heartbeat stream lives (HB-7). */
  boolean isServing() {
    return peers != null && !peers.hasEnded();
  }

  private @Nullable Heartbeat running() {
    boolean ended = own == null || own.hasEnded() || own.reading != Reading.OPEN;
    return ended ? null : heartbeat;
  }

  /** How many right echoes came so far. */
  long echoes() {
    return echoes;
  }

  /** Whether a heartbeat waits for its echo. */
  boolean isUnanswered() {
    Heartbeat running = running();
    return running != null && running.isUnanswered();
  }

  void signOfLife(long nowNanos) {
    Heartbeat running = running();
    if (running != null) {
      running.signOfLife(nowNanos);
    }
  }

  void hasten(long nowNanos) {
    Heartbeat running = running();
    if (running != null) {
      running.hasten(nowNanos);
    }
  }

  /** Sends a heartbeat if one is due; returns whether the peer was silent for too long. */
  boolean tick(long nowNanos) {
    Heartbeat running = running();
    if (running == null || own == null) {
      return false;
    }
    if (running.isDue(nowNanos)) {
      octets.clear();
      octets.putInt(running.send(nowNanos)).flip();
      calls.write(own, octets);
    }
    return running.isMissing(nowNanos);
  }

  long nanosLeft(long nowNanos) {
    Heartbeat running = running();
    return running == null ? Long.MAX_VALUE : running.nanosLeft(nowNanos);
  }

  /** Deals with what came on a heartbeat stream; returns a session error or null. */
  @Nullable Violation received(EngineStream stream, long nowNanos) {
    if (stream == own) {
      Violation wrong = takeEchoes(stream, nowNanos);
      finishAfterPeer(stream);
      return wrong;
    }
    echo();
    return null;
  }

  private @Nullable Violation takeEchoes(EngineStream stream, long nowNanos) {
    Heartbeat running = heartbeat;
    while (running != null && stream.inbox.sizeBytes() >= BYTES) {
      int value = take(stream);
      OptionalLong roundTrip = running.echo(value, nowNanos);
      if (roundTrip.isEmpty()) {
        String expected = running.isUnanswered() ? "the echo of " + running.value() : "nothing";
        String message =
            "heartbeat stream %d: %d came where %s was expected"
                .formatted(stream.id(), value, expected);
        return new Violation(ErrorCode.PROTOCOL_ERROR, "HB-19", message);
      }
      echoes++;
      events.add(new Event.HeartbeatRoundTrip(roundTrip.getAsLong()));
    }
    return null;
  }

  private int take(EngineStream stream) {
    octets.clear();
    calls.read(stream, octets);
    return octets.flip().getInt();
  }

  /** Echoes the peer's heartbeats, one at a time: the rest waits in its window (LIMIT-14). */
  void echo() {
    EngineStream stream = peers;
    if (stream == null) {
      return;
    }
    if (stream.inbox.sizeBytes() >= BYTES && stream.outbox.isEmpty()) {
      take(stream);
      calls.write(stream, octets.flip());
    }
    if (stream.inbox.sizeBytes() < BYTES) {
      finishAfterPeer(stream);
    }
  }

  private void finishAfterPeer(EngineStream stream) {
    if (stream.reading == Reading.ENDED && !settings.peerQuirks()) {
      calls.finish(stream);
    }
  }
}
