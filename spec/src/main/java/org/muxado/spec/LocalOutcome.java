package org.muxado.spec;

import java.util.List;

/**
 * The outcome of a local event.
 *
 * @param next the state afterwards
 * @param rules the ids of the requirements that say so
 */
public record LocalOutcome(StreamState next, List<String> rules) {

  /** Copies the list. */
  public LocalOutcome {
    rules = List.copyOf(rules);
  }
}
