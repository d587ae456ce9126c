package org.muxado.session;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.muxado.engine.EndKind;
import org.muxado.engine.Engine;
import org.muxado.engine.Outcome;
import org.muxado.engine.RetryVerdict;
import org.muxado.engine.Termination;

/**
 * A call on a session or a stream failed: what happened, on which side, and whether it is safe to
 * try again (section "Retry verdict"). Immutable.
 */
public sealed class MuxadoException extends IOException permits CallTimeoutException {

  private static final long serialVersionUID = 1L;

  private final EndKind kind;
  private final long code;
  private final boolean byPeer;
  private final int streamId;
  private final String debug;
  private final @Nullable RetryVerdict retry;
  private final int bytesTransferred;

  MuxadoException(Outcome cause, int streamId, boolean byPeer, String debug, int bytesTransferred) {
    super(cause.message());
    kind = cause.kind();
    code = cause.code();
    retry = cause.retry();
    this.byPeer = byPeer;
    this.streamId = streamId;
    this.debug = debug;
    this.bytesTransferred = bytesTransferred;
  }

  /** A failure of a stream, or of opening one (id 0), in a session that may have ended. */
  static MuxadoException of(Outcome cause, int streamId, Engine engine, int bytesTransferred) {
    Termination session = engine.termination();
    boolean ended = session != null && session.byPeer();
    boolean byPeer =
        switch (cause.kind()) {
          case RESET_BY_PEER, GONE_AWAY -> true;
          case SESSION_ENDED -> ended;
          case FINISHED, RESET_HERE, CLOSED_HERE, IDS_EXHAUSTED, TIMED_OUT -> false;
        };
    boolean byGoAway = byPeer && cause.kind() != EndKind.RESET_BY_PEER;
    String debug = byGoAway ? engine.peerDebug() : "";
    return new MuxadoException(cause, streamId, byPeer, debug, bytesTransferred);
  }

  /** A call on a session that has ended. */
  static MuxadoException ended(Termination session) {
    Outcome cause =
        new Outcome(
            EndKind.SESSION_ENDED, session.code(), null, "session ended: " + session.message());
    String debug = session.byPeer() ? session.debug() : "";
    return new MuxadoException(cause, 0, session.byPeer(), debug, 0);
  }

  /** A call on a session that this side closes. */
  static MuxadoException closing() {
    Outcome cause =
        new Outcome(EndKind.SESSION_ENDED, Outcome.NO_CODE, null, "the session is being closed");
    return new MuxadoException(cause, 0, false, "", 0);
  }

  /** What happened. */
  public EndKind kind() {
    return kind;
  }

  /**
   * The error code on the wire (0 to 2^32-1), or -1 where there is none. The codes of the protocol
   * are those of {@link org.muxado.frame.ErrorCode}.
   */
  public long code() {
    return code;
  }

  /** Whether the peer caused it. */
  public boolean byPeer() {
    return byPeer;
  }

  /** The stream that failed, or 0 where no stream had an id yet. */
  public int streamId() {
    return streamId;
  }

  /**
   * The debug text of the peer's GOAWAY, where that caused the failure: as the peer sent it,
   * control characters and all; may be empty. The message is fit for printing.
   */
  public String debug() {
    return debug;
  }

  /**
   * Whether what the stream carried may be tried again; null for the peer's streams and where the
   * call, and not the stream, was at fault.
   */
  public @Nullable RetryVerdict retry() {
    return retry;
  }

  /** How many octets the call had written before it failed. */
  public int bytesTransferred() {
    return bytesTransferred;
  }
}
