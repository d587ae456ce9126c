package org.muxado.engine;

import org.jspecify.annotations.Nullable;

/**
 * How a stream ended, or why a call on it failed. Immutable.
 *
 * @param kind what happened
 * @param code the error code on the wire (0 to 2^32-1), or {@link #NO_CODE}
 * @param retry the retry verdict of a failed own stream; null for the peer's streams and for
 *     streams that finished
 * @param message what happened, for people; names the stream, unless that finished
 */
public record Outcome(EndKind kind, long code, @Nullable RetryVerdict retry, String message) {

  /** Where no error code belongs to the end. */
  public static final long NO_CODE = -1;

  /** Both directions ended with FIN; one for all streams, since most end so. */
  static final Outcome FINISHED = new Outcome(EndKind.FINISHED, NO_CODE, null, "finished");

  /** The same, its message followed by the peer's debug text, made fit for printing. */
  public Outcome withDebug(String debug) {
    return new Outcome(kind, code, retry, PrintableText.withDebug(message, debug));
  }

  /** Whether the stream failed. */
  public boolean failed() {
    return kind != EndKind.FINISHED;
  }
}
