package org.muxado.engine;

import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muxado.frame.ErrorCode;
import org.muxado.frame.Frame;

/**
 * Ends streams, whatever the cause: what is queued for them is dropped, whoever waits is told, and
 * the first cause stands with its retry verdict (RETRY-1 to RETRY-9). Not thread-safe.
 */
final class StreamEnds {

  private final int maxOwnStreams;
  private final StreamTable streams;
  private final ControlQueue control;
  private final SmallSends smallSends;
  private final OutputAccount batch;
  private final Queue<Event> events;
  private final Set<EngineStream> backlog = new LinkedHashSet<>();
  private final TimedStreams closed;

  StreamEnds(
      EngineSettings settings,
      StreamTable streams,
      ControlQueue control,
      SmallSends smallSends,
      OutputAccount batch,
      Queue<Event> events) {
    maxOwnStreams = settings.maxOwnStreams();
    closed = new TimedStreams(settings.closedStreamNanos());
    this.streams = streams;
    this.control = control;
    this.smallSends = smallSends;
    this.batch = batch;
    this.events = events;
  }

  /** The peer's streams that wait to be accepted; those that end leave it (ACCEPT-4). */
  Set<EngineStream> backlog() {
    return backlog;
  }

  /** The application closed the stream: its peer has a bounded time to end it, too (LIFE-43). */
  void closedHere(EngineStream stream, long nowNanos) {
    if (!stream.hasEnded()) {
      closed.add(stream, nowNanos);
    }
  }

  /** Resets closed streams that have waited for their peer for too long (LIFE-43). */
  void tick(long nowNanos) {
    for (EngineStream late = closed.poll(nowNanos); late != null; late = closed.poll(nowNanos)) {
      resetHere(late, ErrorCode.CANCEL, "closed here, and the peer did not end it in time");
    }
  }

  long nanosLeft(long nowNanos) {
    return closed.nanosLeft(nowNanos);
  }

  /** Ends a stream on which both FINs have passed; no effect on any other. */
  void finishIfDone(EngineStream stream) {
    if (stream.state == StreamState.CLOSED_BOTH_FINS) {
      end(stream, Outcome.FINISHED);
    }
  }

  /** The peer broke a rule of the stream: RST with the code (ERR-5). */
  void streamError(EngineStream stream, int code, String message) {
    stream.apply(StreamInput.SEND_RST);
    streams.rememberReset(stream.id());
    control.answer(new Frame.Rst(stream.id(), code));
    end(stream, EndKind.RESET_HERE, code, unknown(stream), message);
  }

  /** The application gives the stream up: RST with the code, if the peer can know the stream. */
  void resetHere(EngineStream stream, int code, String message) {
    if (stream.state != StreamState.IDLE) {
      stream.apply(StreamInput.SEND_RST);
      streams.rememberReset(stream.id());
      control.add(new Frame.Rst(stream.id(), code));
    }
    end(stream, EndKind.RESET_HERE, code, unlessUnsent(stream), message);
  }

  /** RST came. */
  void resetByPeer(EngineStream stream, int code) {
    RetryVerdict verdict = code == ErrorCode.REFUSED_STREAM ? unlessHeard(stream) : unknown(stream);
    String message = "reset by the peer with " + ErrorCode.name(code);
    end(stream, EndKind.RESET_BY_PEER, Integer.toUnsignedLong(code), verdict, message);
  }

  /** A GOAWAY leaves the stream out, or its SYN was not sent before a GOAWAY came. */
  void leftOut(EngineStream stream, int code) {
    stream.apply(StreamInput.LEFT_OUT);
    long number = Integer.toUnsignedLong(code);
    String message = "left out by GOAWAY with " + ErrorCode.name(code);
    end(stream, EndKind.GONE_AWAY, number, unlessHeard(stream), message);
  }

  /**
   * Ends every stream with the session.
   *
   * @param outputIsOver whether nothing more will be written, not even what is in a batch
   */
  void sessionEnded(Termination termination, boolean outputIsOver) {
    for (EngineStream stream : streams.all()) {
      boolean unwritten = outputIsOver && !batch.mayHaveWritten(stream.synEnd);
      RetryVerdict verdict =
          unwritten ? ownOnly(stream, RetryVerdict.NOT_PROCESSED) : unlessUnsent(stream);
      String message = "session ended: " + termination.message();
      end(stream, EndKind.SESSION_ENDED, termination.code(), verdict, message);
    }
  }

  private void end(
      EngineStream stream,
      EndKind kind,
      long code,
      @Nullable RetryVerdict verdict,
      String message) {
    end(stream, new Outcome(kind, code, verdict, "stream " + stream.id() + ": " + message));
  }

  private void end(EngineStream stream, Outcome outcome) {
    stream.end(outcome);
    streams.remove(stream);
    if (backlog.remove(stream)) {
      stream.inbox.clear(); // nobody will read it
    }
    closed.remove(stream);
    smallSends.remove(stream);
    stream.outbox.clear();
    stream.pending.clear();
    releaseWindow(stream);
    if (stream.shown) {
      wake(stream);
      events.add(new Event.StreamEnded(stream, outcome));
    }
    tellOpeners(stream);
  }

  /** One of a limited number of places is free. */
  private void tellOpeners(EngineStream stream) {
    if (stream.own() && !stream.isBackground() && maxOwnStreams < Integer.MAX_VALUE) {
      events.add(new Event.Openable());
    }
  }

  /** Where nothing more comes and all was read, what the window had grown is free for others. */
  void releaseWindow(EngineStream stream) {
    if (stream.inbox.isEmpty() && !stream.state.canReceive()) {
      stream.receiveWindow.close();
    }
  }

  private void wake(EngineStream stream) {
    inputReady(stream);
    outputReady(stream);
  }

  /** Tells a waiting reader that it may try again. */
  void inputReady(EngineStream stream) {
    if (stream.readerWaits && stream.shown) {
      stream.readerWaits = false;
      events.add(new Event.InputReady(stream));
    }
  }

  /** Tells a waiting writer that it may try again. */
  void outputReady(EngineStream stream) {
    if (stream.writerWaits && stream.shown) {
      stream.writerWaits = false;
      events.add(new Event.OutputReady(stream));
    }
  }

  private static @Nullable RetryVerdict unlessHeard(EngineStream stream) {
    return ownOnly(stream, stream.heard ? RetryVerdict.UNKNOWN : RetryVerdict.NOT_PROCESSED);
  }

  private static @Nullable RetryVerdict unlessUnsent(EngineStream stream) {
    boolean unsent = stream.synEnd == EngineStream.NOT_SENT;
    return ownOnly(stream, unsent ? RetryVerdict.NOT_PROCESSED : RetryVerdict.UNKNOWN);
  }

  private static @Nullable RetryVerdict unknown(EngineStream stream) {
    return ownOnly(stream, RetryVerdict.UNKNOWN);
  }

  private static @Nullable RetryVerdict ownOnly(EngineStream stream, RetryVerdict verdict) {
    return stream.own() ? verdict : null;
  }
}
