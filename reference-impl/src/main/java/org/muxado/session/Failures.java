package org.muxado.session;

import org.jspecify.annotations.Nullable;
import org.muxado.engine.EndKind;
import org.muxado.engine.Engine;
import org.muxado.engine.Outcome;
import org.muxado.engine.Termination;
import org.muxado.frame.ErrorCode;

/**
 * Makes the exceptions of one session, and knows what broke its transport. Guarded by the session
 * lock.
 */
final class Failures {

  private final Engine engine;
  private @Nullable Throwable lost;

  Failures(Engine engine) {
    this.engine = engine;
  }

  /** What an exception says to people. */
  static String reason(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  /** Notes what ended the session, if something was thrown. */
  void lost(@Nullable Throwable cause) {
    lost = cause;
  }

  /**
   * A failure of a stream, or of opening one, in a session that may have ended.
   *
   * @param streamId the stream, or 0
   * @param transferred how many octets the call had written
   */
  MuxadoException of(Outcome outcome, int streamId, int transferred) {
    boolean byPeer =
        switch (outcome.kind()) {
          case RESET_BY_PEER, GONE_AWAY -> true;
          case SESSION_ENDED -> endedByPeer();
          case FINISHED, RESET_HERE, CLOSED_HERE, IDS_EXHAUSTED, TIMED_OUT -> false;
        };
    boolean byGoAway = byPeer && outcome.kind() != EndKind.RESET_BY_PEER;
    String debug = byGoAway ? engine.peerDebug() : "";
    Throwable cause = outcome.kind() == EndKind.SESSION_ENDED ? lost : null;
    boolean leftOut = outcome.kind() == EndKind.GONE_AWAY && streamId != 0;
    Outcome told = leftOut ? outcome.withDebug(debug) : outcome; // it may have come later
    return typed(new Failure(told, streamId, byPeer, debug, transferred, cause));
  }

  private boolean endedByPeer() {
    Termination session = engine.termination();
    return session != null && session.byPeer();
  }

  private static MuxadoException typed(Failure failure) {
    return switch (failure.outcome().kind()) {
      case RESET_BY_PEER ->
          failure.outcome().code() == ErrorCode.REFUSED_STREAM
              ? new StreamRefusedException(failure)
              : new StreamResetException(failure);
      case RESET_HERE -> new StreamResetException(failure);
      case GONE_AWAY -> new StreamRefusedException(failure);
      case SESSION_ENDED -> new SessionEndedException(failure);
      case IDS_EXHAUSTED -> new IdsExhaustedException(failure);
      case CLOSED_HERE -> new StreamClosedException(failure);
      case FINISHED, TIMED_OUT ->
          throw new IllegalArgumentException(failure.outcome() + " is no failure of a stream");
    };
  }

  /** A call on a session that has ended, or that this side closes. */
  SessionEndedException ended() {
    Termination session = engine.termination();
    if (session == null) {
      String message = "the session is being closed here";
      Outcome closing = new Outcome(EndKind.SESSION_ENDED, Outcome.NO_CODE, null, message);
      return new SessionEndedException(new Failure(closing, 0, false, "", 0, null));
    }
    String message = "session ended: " + session.message();
    Outcome outcome = new Outcome(EndKind.SESSION_ENDED, session.code(), null, message);
    String debug = session.byPeer() ? session.debug() : "";
    return new SessionEndedException(new Failure(outcome, 0, session.byPeer(), debug, 0, lost));
  }
}
