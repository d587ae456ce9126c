package org.muxado.adapter.faults.planting;

import org.jspecify.annotations.Nullable;
import org.muxado.tck.spi.FailureKind;
import org.muxado.tck.spi.Outcome;
import org.muxado.tck.spi.PeerFailure;
import org.muxado.tck.spi.RetryVerdict;

/**
 * What the application is told of a failed stream.
 *
 * @param own whether it opened the stream
 */
public record Told(boolean own, FailureKind kind, int code, @Nullable RetryVerdict retry) {

  static Told of(boolean own, PeerFailure failure) {
    return new Told(own, failure.kind(), failure.code(), failure.retry());
  }

  PeerFailure failure() {
    return new PeerFailure(kind, code, retry, "told wrongly");
  }

  Outcome outcome() {
    return new Outcome(kind, code, retry);
  }

  /** The same with another verdict. */
  public Told with(@Nullable RetryVerdict verdict) {
    return new Told(own, kind, code, verdict);
  }
}
