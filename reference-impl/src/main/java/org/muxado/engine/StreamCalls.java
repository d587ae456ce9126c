package org.muxado.engine;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.muxado.frame.ErrorCode;
import org.muxado.schedule.Schedule;

/** What the application does with one stream (section 9.5). Not thread-safe. */
final class StreamCalls {

  private final EngineSettings settings;
  private final ControlQueue control;
  private final Schedule<EngineStream> schedule;
  private final SmallSends smallSends;
  private final StreamEnds ends;

  StreamCalls(
      EngineSettings settings,
      ControlQueue control,
      Schedule<EngineStream> schedule,
      SmallSends smallSends,
      StreamEnds ends) {
    this.settings = settings;
    this.control = control;
    this.schedule = schedule;
    this.smallSends = smallSends;
    this.ends = ends;
  }

  /**
   * What the application writes: nothing while the session sends only what was queued (END-2). Once
   * a write to the transport has failed, it waits for the stream's outcome, which what still comes
   * in may decide (RETRY-10).
   */
  int write(EngineStream stream, ByteBuffer source, SessionState session) {
    if (session == SessionState.OUTPUT_BROKEN && takesOutput(stream)) {
      stream.writerWaits |= source.hasRemaining();
      return 0;
    }
    return session == SessionState.FLUSHING ? Engine.FAILED : write(stream, source);
  }

  int write(EngineStream stream, ByteBuffer source) {
    if (!takesOutput(stream)) {
      return Engine.FAILED;
    }
    int room = settings.sendQueueBytes() - stream.outbox.sizeBytes();
    int taken = Math.min(source.remaining(), room);
    stream.outbox.put(source, taken);
    if (source.hasRemaining()) {
      stream.writerWaits = true;
    }
    schedule(stream);
    return taken;
  }

  /** Whether a write would take octets or fail; if not, the writer is told when it would. */
  boolean requestRoom(EngineStream stream, SessionState session) {
    boolean full = stream.outbox.sizeBytes() >= settings.sendQueueBytes();
    boolean waits = takesOutput(stream) && (full || session == SessionState.OUTPUT_BROKEN);
    stream.writerWaits |= waits;
    return !waits;
  }

  private static boolean takesOutput(EngineStream stream) {
    return stream.writing == Writing.OPEN && !stream.hasEnded();
  }

  /** Why the application can write nothing, or null if it can. */
  @Nullable Outcome outputFailure(EngineStream stream, SessionState session) {
    boolean closing = session == SessionState.FLUSHING && takesOutput(stream);
    return closing ? sessionCloses(stream) : stream.outputFailure();
  }

  /** No verdict: the stream itself has not failed yet, and its own outcome will carry one. */
  private static Outcome sessionCloses(EngineStream stream) {
    String message = "stream " + stream.id() + ": the session is being closed here";
    return new Outcome(EndKind.SESSION_ENDED, Outcome.NO_CODE, null, message);
  }

  /** The application ends the output. */
  boolean finish(EngineStream stream, SessionState session) {
    return session != SessionState.FLUSHING && finish(stream);
  }

  /** FIN follows what is queued; a writer that waits for room is told. */
  boolean finish(EngineStream stream) {
    if (!takesOutput(stream)) {
      return false;
    }
    stream.writing = Writing.FINISHING;
    schedule(stream);
    ends.outputReady(stream);
    return true;
  }

  /** Lets the stream take its turn if it has something to send and may. */
  void schedule(EngineStream stream) {
    smallSends.offer(stream);
  }

  int read(EngineStream stream, ByteBuffer target) {
    if (stream.inbox.isEmpty()) {
      return nothingToRead(stream);
    }
    int count = Math.min(target.remaining(), stream.inbox.sizeBytes());
    stream.inbox.take(target, count);
    consumed(stream, count);
    ends.releaseWindow(stream);
    return count;
  }

  private static int nothingToRead(EngineStream stream) {
    if (stream.reading == Reading.ENDED) {
      return Engine.EOF;
    }
    if (stream.reading != Reading.OPEN || stream.hasEnded()) {
      return Engine.FAILED;
    }
    stream.readerWaits = true;
    return 0;
  }

  /** Gives back the window of octets that were read or thrown away (FLOW-7, FLOW-11). */
  void consumed(EngineStream stream, int octets) {
    if (stream.state.canReceive()) {
      int increment = stream.receiveWindow.consumed(octets);
      if (increment > 0) {
        stream.pending.wndInc(increment);
        control.add(stream.pending);
      }
    }
  }

  /** LIFE-44, LIFE-45. Where the peer's FIN has come, the end stays to be read. */
  void shutdownInput(EngineStream stream) {
    if (stream.reading.isWanted()) {
      giveUpReading(stream, stream.reading == Reading.ENDED ? Reading.ENDED : Reading.SHUT);
    }
  }

  void reset(EngineStream stream, int code) {
    ErrorCode.requireForReset(stream.id(), code);
    if (!stream.hasEnded()) {
      giveUpReading(stream, Reading.CLOSED);
      ends.resetHere(stream, code, "reset here with " + ErrorCode.name(code));
    }
  }

  /** LIFE-37 to LIFE-42. */
  void close(EngineStream stream) {
    if (stream.reading.isClosed()) {
      return;
    }
    boolean unread = !stream.inbox.isEmpty();
    giveUpReading(stream, unread ? Reading.CLOSED_UNREAD : Reading.CLOSED);
    finish(stream);
    if (unread && stream.state == StreamState.HALF_CLOSED_LOCAL && !stream.hasEnded()) {
      ends.resetHere(stream, ErrorCode.CANCEL, "closed with octets unread");
    }
  }

  private void giveUpReading(EngineStream stream, Reading reading) {
    stream.reading = reading;
    consumed(stream, stream.inbox.clear());
    ends.releaseWindow(stream);
    ends.inputReady(stream);
  }

  void setPriority(EngineStream stream, int priority) {
    if (priority < 0) {
      throw new IllegalArgumentException(
          "priority of " + priority + " for stream " + stream.id() + " is below 0");
    }
    if (stream.hasEnded()) {
      return;
    }
    schedule.setPriority(stream.turn, priority);
    if (settings.peerUnderstandsPri() && !settings.peerQuirks()) {
      stream.pending.pri();
      control.add(stream.pending);
    }
  }
}
