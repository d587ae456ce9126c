package org.muxado.tck.spi;

import java.util.concurrent.CompletionStage;

/**
 * A stream of the implementation under test, as its application sees it. The rules of {@link
 * PeerSession} hold.
 */
public interface PeerStream {

  /** The stream id. */
  int id();

  /** The stream type; 0 where the implementation cannot tell. */
  int type();

  /** The priority as the implementation's API tells it; 0 where it cannot tell. */
  int priority();

  /**
   * Writes octets, then FIN if asked (no octets and FIN is a half-close). Completes when the
   * implementation has taken them all, which may be before they are on the wire.
   */
  CompletionStage<Void> write(byte[] octets, boolean fin);

  /** Reads at least one octet and at most {@code max}, or the end of the stream, or its failure. */
  CompletionStage<ReadResult> read(int max);

  /** Gives up reading; the output goes on. */
  default CompletionStage<Void> shutdownInput() {
    throw new UnimplementedException("shutdownInput");
  }

  /** Resets the stream with this code. */
  default CompletionStage<Void> reset(int code) {
    throw new UnimplementedException("reset");
  }

  /** Closes the stream as an application does that needs it no more. */
  CompletionStage<Void> close();

  /** Changes the priority. */
  default CompletionStage<Void> setPriority(int priority) {
    throw new UnimplementedException("setPriority");
  }

  /** Completes when the stream has ended. */
  default CompletionStage<Outcome> outcome() {
    throw new UnimplementedException("outcome");
  }
}
