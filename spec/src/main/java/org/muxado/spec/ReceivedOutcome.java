package org.muxado.spec;

import java.util.List;
import java.util.Optional;

/**
 * One outcome of a received frame.
 *
 * @param when what has to hold; empty for the last outcome of a cell
 * @param reaction what the endpoint does
 * @param next the state afterwards; empty if the session ends
 * @param level MUST, or SHOULD where the reaction is only recommended
 * @param tolerated codes with which an RST conforms too; such an RST closes a live stream
 * @param firstOnly whether later frames of the kind may meet silence instead
 * @param rules the ids of the requirements that say so
 */
public record ReceivedOutcome(
    Optional<Condition> when,
    Reaction reaction,
    Optional<StreamState> next,
    Level level,
    List<ErrorCode> tolerated,
    boolean firstOnly,
    List<String> rules) {

  /** Copies the lists. */
  public ReceivedOutcome {
    tolerated = List.copyOf(tolerated);
    rules = List.copyOf(rules);
  }
}
