package org.muxado.session;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.muxado.engine.EndKind;
import org.muxado.engine.RetryVerdict;

/**
 * A call on a session or a stream failed: what happened, on which side, and whether it is safe to
 * try again (section "Retry verdict"). The type says what kind of failure it is; where the
 * transport broke, {@link #getCause} is what it threw. Immutable.
 *
 * <p>Only an interrupt is told otherwise, by {@link java.io.InterruptedIOException}.
 */
public abstract sealed class MuxadoException extends IOException
    permits CallTimeoutException,
        IdsExhaustedException,
        SessionEndedException,
        StreamClosedException,
        StreamRefusedException,
        StreamResetException {

  private static final long serialVersionUID = 1L;

  private final EndKind kind;
  private final long code;
  private final boolean byPeer;
  private final int streamId;
  private final String debug;
  private final @Nullable RetryVerdict retry;
  private final int bytesTransferred;

  MuxadoException(Failure failure) {
    super(failure.outcome().message(), failure.cause());
    kind = failure.outcome().kind();
    code = failure.outcome().code();
    retry = failure.outcome().retry();
    byPeer = failure.byPeer();
    streamId = failure.streamId();
    debug = failure.debug();
    bytesTransferred = failure.bytesTransferred();
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
