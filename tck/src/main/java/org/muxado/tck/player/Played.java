package org.muxado.tck.player;

import java.util.List;
import org.muxado.tck.verdict.Failure;

/**
 * What one playing of a conversation gave.
 *
 * @param failures what went wrong; empty if nothing did
 * @param transcript what happened, as text; empty if nothing went wrong
 */
public record Played(List<Failure> failures, String transcript) {

  /** Copies the list. */
  public Played {
    failures = List.copyOf(failures);
  }
}
