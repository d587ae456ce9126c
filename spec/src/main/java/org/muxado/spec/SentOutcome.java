package org.muxado.spec;

import java.util.List;
import java.util.Optional;

/**
 * One outcome for a frame that an endpoint would send.
 *
 * @param when what has to hold; empty for the last outcome of a cell
 * @param permission whether the frame may be sent
 * @param next the state afterwards; empty if the frame is forbidden
 * @param rules the ids of the requirements that say so
 */
public record SentOutcome(
    Optional<Condition> when,
    Permission permission,
    Optional<StreamState> next,
    List<String> rules) {

  /** Copies the list. */
  public SentOutcome {
    rules = List.copyOf(rules);
  }
}
