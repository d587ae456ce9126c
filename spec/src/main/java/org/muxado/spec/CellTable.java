package org.muxado.spec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One part of the lifecycle file: a cell for each of its events in each state. */
final class CellTable<E extends Labelled, O> {
  private static final Set<String> STATES =
      Arrays.stream(StreamState.values()).map(StreamState::label).collect(Collectors.toSet());

  private final List<Cell<E, O>> cells;

  private CellTable(List<Cell<E, O>> cells) {
    this.cells = List.copyOf(cells);
  }

  /**
   * Reads the part.
   *
   * @param part the mapping from events to rows
   * @param events every event that has to be there
   * @param outcomes reads the outcomes of one cell
   * @throws SpecFormatException if an event or a state is missing or unknown
   */
  static <E extends Labelled, O> CellTable<E, O> read(
      YamlValue part, E[] events, Function<YamlValue, List<O>> outcomes) {
    part.onlyFields(Arrays.stream(events).map(Labelled::label).collect(Collectors.toSet()));
    List<Cell<E, O>> cells = new ArrayList<>();
    for (E event : events) {
      YamlValue row = part.field(event.label());
      row.onlyFields(STATES);
      for (StreamState state : StreamState.values()) {
        cells.add(new Cell<>(event, state, outcomes.apply(row.field(state.label()))));
      }
    }
    return new CellTable<>(cells);
  }

  Cell<E, O> cell(E event, StreamState state) {
    return cells.stream()
        .filter(cell -> cell.event() == event && cell.state() == state)
        .findFirst()
        .orElseThrow();
  }

  List<Cell<E, O>> cells() {
    return cells;
  }
}
