package org.muxado.vectors.conversation;

import org.jspecify.annotations.Nullable;
import org.muxado.vectors.wire.Codes;

/**
 * How an operation or a stream must fail. What is null or empty may be anything.
 *
 * @param kind what happened
 * @param codes the error codes that will do
 * @param retry the retry verdict
 */
public record Failure(@Nullable Kind kind, Codes codes, @Nullable Retry retry) {

  /** Any failure at all. */
  public static final Failure ANY = new Failure(null, Codes.ANY, null);

  /** What happened; the names are those of the kit's interface. */
  public enum Kind {
    RESET_BY_PEER,
    RESET_HERE,
    CLOSED_HERE,
    GONE_AWAY,
    SESSION_ENDED,
    IDS_EXHAUSTED,
    INVALID_CALL,
    OTHER
  }

  /** The retry verdict; the first two names are those of the kit's interface. */
  public enum Retry {
    NOT_PROCESSED,
    UNKNOWN,
    /** No verdict, as on the peer's streams (RETRY-11). */
    NONE
  }
}
