package org.muxado.engine;

import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.muxado.engine.Termination.Cause;
import org.muxado.frame.Decoded.Violation;
import org.muxado.frame.ErrorCode;

/** Brings the session to its end, whatever the cause (section 11.3). Not thread-safe. */
final class SessionEnding {

  private final EngineSettings settings;
  private final StreamTable streams;
  private final StreamEnds ends;
  private final GoAwayState goAway;
  private final GoAways goAways;
  private final ControlQueue control;
  private final OutputAccount batch;
  private final Queue<Event> events;
  private final Deadline deadline = new Deadline();
  private final ProgressLimit stall;
  private SessionState state = SessionState.RUNNING;
  private @Nullable Termination planned;
  private @Nullable Termination termination;
  private @Nullable String writeFailure;

  SessionEnding(
      EngineSettings settings,
      StreamTable streams,
      StreamEnds ends,
      GoAwayState goAway,
      GoAways goAways,
      ControlQueue control,
      OutputAccount batch,
      Queue<Event> events) {
    this.settings = settings;
    stall = new ProgressLimit(settings.limits().writeStallNanos());
    this.streams = streams;
    this.ends = ends;
    this.goAway = goAway;
    this.goAways = goAways;
    this.control = control;
    this.batch = batch;
    this.events = events;
  }

  SessionState state() {
    return state;
  }

  @Nullable Termination termination() {
    return termination;
  }

  /** The error code that the session ended with, or {@link Outcome#NO_CODE}. */
  long code() {
    return termination == null ? Outcome.NO_CODE : termination.code();
  }

  /** Why a session that does not run takes no calls, for people. */
  String message() {
    if (termination != null) {
      return "session ended: " + termination.message();
    }
    return writeFailure == null
        ? "the session is being closed here"
        : "the transport takes no output any more: " + writeFailure;
  }

  /** The application closes the session (END-1 to END-3). */
  void close(long nowNanos) {
    if (state == SessionState.RUNNING) {
      planned = local(Cause.CLOSED, ErrorCode.NO_ERROR, "closed here");
      goAways.choose(ErrorCode.NO_ERROR);
      deadline.set(nowNanos + settings.flushNanos());
      streams.all().forEach(ends::outputReady);
    }
    state = SessionStates.after(state, SessionInput.CLOSE);
  }

  /** A session error: GOAWAY is the last frame (ERR-8 to ERR-14). No effect if it has ended. */
  void error(Violation violation, long nowNanos) {
    String text = violation.message() + " [" + violation.requirement() + "]";
    fail(local(Cause.SESSION_ERROR, violation.code(), text), nowNanos);
  }

  /** An extension ends the session (HB-13). No effect if it has ended. */
  void extensionEnds(Cause cause, int code, String message, long nowNanos) {
    fail(local(cause, code, message), nowNanos);
  }

  private void fail(Termination why, long nowNanos) {
    if (!state.reads()) {
      return;
    }
    if (dies(SessionInput.ERROR)) {
      drop(why);
      return;
    }
    int code = (int) why.code();
    goAways.choose(code);
    endStreams(why, false);
    control.keepResets();
    goAways.announce(code, why.message());
    deadline.set(nowNanos + settings.closeNanos());
  }

  /** The input side of the transport ended (SESS-6). */
  void inputEnded(String reason) {
    if (dies(SessionInput.INPUT_ENDED)) {
      drop(transportEnd(reason));
    }
  }

  /**
   * The peer ended its output in order and may still read: frames that are being written are
   * finished, for a bounded time, and GOAWAY goes behind them (END-9).
   */
  void inputFinished(String reason, long nowNanos) {
    boolean alive = state == SessionState.RUNNING || state == SessionState.FLUSHING;
    if (!alive || !batch.isHalfWritten()) {
      inputEnded(writeFailure == null ? reason : writeFailure);
      return;
    }
    state = SessionStates.after(state, SessionInput.INPUT_FINISHED);
    goAways.choose(ErrorCode.NO_ERROR);
    endStreams(transportEnd(reason), false);
    goAways.announceClose(control.keepResets());
    deadline.set(nowNanos + settings.closeNanos());
  }

  /** A write failed. */
  void writeFailed(String reason, long nowNanos) {
    writeFailure = reason;
    stall.clear();
    deadline.setFirst(nowNanos + settings.closeNanos());
    if (dies(SessionInput.WRITE_FAILED)) {
      drop(transportEnd(reason));
    }
  }

  /** A write of this many octets begins; the limit runs from the last progress (LIMIT-5). */
  void writeStarted(int octets, long nowNanos) {
    if (octets > 0) {
      stall.start(nowNanos);
    }
  }

  /** A write made progress; what it left over must make progress in time, too (LIMIT-5). */
  void writeProgressed(boolean leftOver, long nowNanos) {
    stall.clear();
    if (leftOver) {
      stall.start(nowNanos);
    }
  }

  void kill() {
    giveUp(local(Cause.KILLED, Outcome.NO_CODE, "killed here"));
  }

  /** Lets time limits run (END-2, END-5, LIMIT-5). */
  void tick(long nowNanos) {
    if (stall.tick(nowNanos)) {
      giveUp(local(Cause.TRANSPORT, Outcome.NO_CODE, "the transport takes no output"));
    }
    if (deadline.isDue(nowNanos)) {
      deadline.clear();
      if (state == SessionState.FLUSHING) {
        flushed(nowNanos);
      } else {
        giveUp(transportEnd("the transport did not end in time"));
      }
    }
  }

  long nanosLeft(long nowNanos) {
    return Math.min(deadline.nanosLeft(nowNanos), stall.nanosLeft(nowNanos));
  }

  /** Goes on where the output allows it; called after everything else. */
  void settle(long nowNanos) {
    if (state == SessionState.FLUSHING && isFlushed()) {
      flushed(nowNanos);
    }
    boolean closing = state == SessionState.CLOSING || state == SessionState.CLOSING_DEAF;
    if (closing && control.advance() == null && batch.isWritten()) {
      boolean dead = dies(SessionInput.WRITTEN);
      events.add(new Event.EndOutput());
      if (dead) {
        drop(transportEnd(""));
      }
    }
  }

  private boolean isFlushed() {
    return control.advance() == null
        && streams.allMatch(
            stream -> stream.outbox.isEmpty() && stream.writing != Writing.FINISHING);
  }

  private void flushed(long nowNanos) {
    state = SessionStates.after(state, SessionInput.FLUSHED);
    endStreams(transportEnd(""), false);
    goAways.announceClose(control.keepResets());
    deadline.set(nowNanos + settings.closeNanos());
  }

  private void giveUp(Termination why) {
    if (dies(SessionInput.GIVE_UP)) {
      drop(why);
    }
  }

  private void drop(Termination why) {
    deadline.clear();
    stall.clear();
    endStreams(why, true);
    events.add(new Event.DropTransport());
  }

  /** Moves to the state that follows; returns whether the session died just now. */
  private boolean dies(SessionInput input) {
    boolean alive = state != SessionState.DEAD;
    state = SessionStates.after(state, input);
    return alive && state == SessionState.DEAD;
  }

  private void endStreams(Termination why, boolean outputIsOver) {
    if (termination == null) {
      Termination end = why.withUnsent(unsentBytes());
      termination = end;
      ends.sessionEnded(end, outputIsOver);
      events.add(new Event.SessionEnded(end));
    }
  }

  private long unsentBytes() {
    return streams.all().stream()
        .filter(stream -> stream.shown) // and no heartbeat
        .mapToLong(stream -> stream.outbox.sizeBytes())
        .sum();
  }

  /** How the session ended when the transport did: closed here, as GOAWAY said, or broken. */
  private Termination transportEnd(String reason) {
    if (planned != null) {
      return planned;
    }
    if (!goAway.isReceived()) {
      boolean byPeer = writeFailure == null;
      return new Termination(Cause.TRANSPORT, byPeer, Outcome.NO_CODE, -1, "", reason);
    }
    int code = goAway.receivedCode();
    Cause cause = code == ErrorCode.NO_ERROR ? Cause.CLOSED : Cause.SESSION_ERROR;
    long number = Integer.toUnsignedLong(code);
    String debug = goAway.receivedDebug();
    String message =
        PrintableText.withDebug("the peer sent GOAWAY with " + ErrorCode.name(code), debug);
    return new Termination(cause, true, number, goAway.receivedLast(), debug, message);
  }

  private Termination local(Cause cause, long code, String message) {
    int last = goAway.receivedLast();
    return new Termination(cause, false, code, last, goAway.receivedDebug(), message);
  }
}
