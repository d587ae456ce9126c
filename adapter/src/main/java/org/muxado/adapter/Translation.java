package org.muxado.adapter;

import org.jspecify.annotations.Nullable;
import org.muxado.engine.EndKind;
import org.muxado.session.MuxadoException;
import org.muxado.tck.spi.FailureKind;
import org.muxado.tck.spi.Outcome;
import org.muxado.tck.spi.PeerFailure;
import org.muxado.tck.spi.RetryVerdict;
import org.muxado.tck.spi.Termination;

/** Says in the kit's words what the library said. */
final class Translation {

  private Translation() {}

  /** A failed call; what the kit does not know is passed on as it is. */
  static Throwable failure(Exception cause) {
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof MuxadoException failed) {
      return new PeerFailure(
          kind(failed.kind()), (int) failed.code(), verdict(failed.retry()), message);
    }
    if (cause instanceof IllegalArgumentException) {
      return new PeerFailure(FailureKind.INVALID_CALL, -1, null, message);
    }
    return cause instanceof RuntimeException
        ? cause
        : new PeerFailure(FailureKind.OTHER, -1, null, message);
  }

  static Outcome outcome(org.muxado.engine.Outcome outcome) {
    FailureKind kind = outcome.failed() ? kind(outcome.kind()) : null;
    return new Outcome(kind, (int) outcome.code(), verdict(outcome.retry()));
  }

  static Termination termination(org.muxado.engine.Termination ended) {
    return new Termination(
        Termination.Cause.valueOf(ended.cause().name()),
        ended.byPeer(),
        (int) ended.code(),
        ended.byPeer() ? ended.debug() : ended.message());
  }

  private static FailureKind kind(EndKind kind) {
    return switch (kind) {
      case FINISHED, TIMED_OUT -> FailureKind.OTHER;
      case RESET_BY_PEER -> FailureKind.RESET_BY_PEER;
      case RESET_HERE -> FailureKind.RESET_HERE;
      case CLOSED_HERE -> FailureKind.CLOSED_HERE;
      case GONE_AWAY -> FailureKind.GONE_AWAY;
      case SESSION_ENDED -> FailureKind.SESSION_ENDED;
      case IDS_EXHAUSTED -> FailureKind.IDS_EXHAUSTED;
    };
  }

  private static @Nullable RetryVerdict verdict(org.muxado.engine.@Nullable RetryVerdict verdict) {
    return verdict == null ? null : RetryVerdict.valueOf(verdict.name());
  }
}
