package org.muxado.engine;

import java.nio.ByteBuffer;
import org.muxado.engine.Termination.Cause;
import org.muxado.frame.ErrorCode;

/**
 * What an {@link EngineExtension} does in its session. Only for calls of the engine to it, under
 * the lock that guards the engine. Methods that take a stream throw {@link
 * IllegalArgumentException} if it is of another type.
 */
public final class ExtensionContext {

  private final int type;
  private final EngineParts parts;

  ExtensionContext(int type, EngineParts parts) {
    this.type = type;
    this.parts = parts;
  }

  /**
   * Opens a stream of this type, or says why not; as {@link Engine#open} does. But nobody tells the
   * extension when a place is free: after {@link OpenResult.Full} it tries again, for example in
   * {@link EngineExtension#tick}.
   *
   * @param priority 0 to 2^31-1, larger is more urgent
   */
  public OpenResult open(int priority) {
    return parts.opening.tryOpen(priority, type, false, parts.ending);
  }

  /**
   * Gives octets that came; as {@link Engine#read} does, but what comes later is told by {@link
   * EngineExtension#received}.
   */
  public int read(EngineStream stream, ByteBuffer target) {
    return parts.calls.read(checked(stream), target);
  }

  /**
   * Takes octets to send, as many as the stream's queue has room for; more may fit at {@link
   * EngineExtension#outputTaken}.
   *
   * @return how many octets were taken, or {@link Engine#FAILED}
   */
  public int write(EngineStream stream, ByteBuffer source) {
    return parts.calls.write(checked(stream), source);
  }

  /** Ends the output: FIN follows what is queued. Returns whether it was queued now. */
  public boolean finish(EngineStream stream) {
    return parts.calls.finish(checked(stream));
  }

  /** Resets the stream; as {@link Engine#reset} does. */
  public void reset(EngineStream stream, int code) {
    parts.calls.reset(checked(stream), code);
  }

  /**
   * Gives a stream of the peer to the owner of the engine, who reads and writes it from now on:
   * {@link Event.ExtensionOpened} tells him. No effect if it has ended or he has it.
   *
   * @throws IllegalArgumentException if it is an own stream
   */
  public void handOver(EngineStream stream) {
    if (checked(stream).own()) {
      throw new IllegalArgumentException("stream " + stream.id() + " is not the peer's");
    }
    if (!stream.hasEnded() && !stream.shown) {
      parts.syns.handOver(stream);
      parts.events.add(new Event.ExtensionOpened(stream));
    }
  }

  /**
   * Tells the owner of the engine that the peer has echoed a heartbeat.
   *
   * @param roundTripNanos the time from the heartbeat to its echo, in nanoseconds
   */
  void echoed(long roundTripNanos) {
    parts.events.add(new Event.HeartbeatRoundTrip(roundTripNanos));
  }

  /**
   * Whatever was queued when the drain began has reached the peer and been answered (GOAWAY-27). No
   * effect where no drain waits.
   */
  public void nothingIsInFlight() {
    parts.drain.nothingIsInFlight();
  }

  /**
   * Ends the session: GOAWAY with this code and text is the last frame, and all streams end. No
   * effect if the session has ended.
   *
   * @param cause what the session's {@link Termination} says
   * @param code an error code of the protocol, 0 to 7
   * @param message what happened, for people
   * @throws IllegalArgumentException for any other code
   */
  public void endSession(Cause cause, int code, String message, long nowNanos) {
    ErrorCode.requireForGoAway(code);
    parts.ending.extensionEnds(cause, code, message, nowNanos);
  }

  private EngineStream checked(EngineStream stream) {
    if (stream.type() != type) {
      throw new IllegalArgumentException(
          "stream %d of type 0x%08X is not of the extension 0x%08X"
              .formatted(stream.id(), stream.type(), type));
    }
    return stream;
  }
}
