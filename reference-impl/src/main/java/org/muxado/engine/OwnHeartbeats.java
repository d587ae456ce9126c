package org.muxado.engine;

import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.muxado.engine.Termination.Cause;
import org.muxado.frame.ErrorCode;

/**
 * Sends our heartbeats and looks at their echoes, until their stream ends (HB-8 to HB-21). Not
 * thread-safe.
 */
final class OwnHeartbeats {

  private final EngineStream stream;
  private final Heartbeat heartbeat;
  private final ExtensionContext context;
  private final ByteBuffer octets = ByteBuffer.allocate(Heartbeat.BYTES);

  /** How many echoes are to come until one proves that a drain need not wait (GOAWAY-27). */
  private int echoesToDrain;

  OwnHeartbeats(EngineStream stream, Heartbeat heartbeat, ExtensionContext context) {
    this.stream = stream;
    this.heartbeat = heartbeat;
    this.context = context;
  }

  private boolean isRunning() {
    return stream.outcome() == null && !stream.inputHasEnded();
  }

  void signOfLife(long nowNanos) {
    heartbeat.signOfLife(nowNanos);
  }

  /** Sends a heartbeat behind the first GOAWAY, if none is unanswered. */
  void draining(long nowNanos) {
    echoesToDrain = heartbeat.isUnanswered() ? 2 : 1;
    heartbeat.hasten(nowNanos);
    if (isRunning()) {
      sendIfDue(nowNanos);
    }
  }

  /** Sends a heartbeat if one is due; ends the session if the peer was silent for too long. */
  void tick(long nowNanos) {
    if (isRunning()) {
      sendIfDue(nowNanos);
      if (heartbeat.isMissing(nowNanos)) {
        String text = "heartbeat was not answered";
        context.endSession(Cause.HEARTBEAT, ErrorCode.NO_ERROR, text, nowNanos);
      }
    }
  }

  private void sendIfDue(long nowNanos) {
    if (heartbeat.isDue(nowNanos)) {
      octets.clear();
      octets.putInt(heartbeat.send(nowNanos)).flip();
      context.write(stream, octets);
    }
  }

  long nanosLeft(long nowNanos) {
    return isRunning() ? heartbeat.nanosLeft(nowNanos) : Long.MAX_VALUE;
  }

  void takeEchoes(long nowNanos) {
    boolean right = true;
    while (right && stream.readableBytes() >= Heartbeat.BYTES) {
      octets.clear();
      context.read(stream, octets);
      right = takeEcho(octets.flip().getInt(), nowNanos);
    }
  }

  private boolean takeEcho(int value, long nowNanos) {
    OptionalLong roundTrip = heartbeat.echo(value, nowNanos);
    if (roundTrip.isEmpty()) {
      String expected = heartbeat.isUnanswered() ? "the echo of " + heartbeat.value() : "nothing";
      String text =
          "heartbeat stream %d: %d came where %s was expected [HB-19]"
              .formatted(stream.id(), value, expected);
      context.endSession(Cause.SESSION_ERROR, ErrorCode.PROTOCOL_ERROR, text, nowNanos);
      return false;
    }
    context.echoed(roundTrip.getAsLong());
    countForDrain();
    return true;
  }

  private void countForDrain() {
    if (echoesToDrain > 0 && --echoesToDrain == 0) {
      context.nothingIsInFlight();
    }
  }
}
