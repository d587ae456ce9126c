package org.muxado.tck.spi;

import org.jspecify.annotations.Nullable;

/** An operation failed, as the implementation's API told its application. */
public final class PeerFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final FailureKind kind;
  private final int code;
  private final @Nullable RetryVerdict retry;

  /**
   * Makes a failure.
   *
   * @param kind what happened
   * @param code the protocol's error code, or -1 where there is none
   * @param retry the retry verdict, or null where the implementation gives none
   * @param message what the implementation said
   */
  public PeerFailure(FailureKind kind, int code, @Nullable RetryVerdict retry, String message) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.retry = retry;
  }

  /** What happened. */
  public FailureKind kind() {
    return kind;
  }

  /** The error code on the wire, or -1 where there is none. */
  public int code() {
    return code;
  }

  /** The retry verdict, or null where the implementation gives none. */
  public @Nullable RetryVerdict retry() {
    return retry;
  }
}
