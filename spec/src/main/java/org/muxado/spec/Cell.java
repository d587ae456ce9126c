package org.muxado.spec;

import java.util.List;

/**
 * What an event does in a state: the first outcome whose condition holds applies, and the last has
 * none.
 *
 * @param event the event
 * @param state the state of the stream before it
 * @param outcomes at least one
 * @param <E> the kind of event
 * @param <O> the kind of outcome
 */
public record Cell<E, O>(E event, StreamState state, List<O> outcomes) {

  /** Copies the list. */
  public Cell {
    outcomes = List.copyOf(outcomes);
  }
}
