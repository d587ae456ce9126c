package org.muxado.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The lifecycle of a stream (section 9): what each event does in each state.
 *
 * <p>The checks on a SYN (Table 3) come before the table and are no part of it.
 */
public final class LifecycleTable {
  private final CellTable<ReceivedEvent, ReceivedOutcome> received;
  private final CellTable<SentEvent, SentOutcome> sent;
  private final CellTable<LocalEvent, LocalOutcome> local;

  private LifecycleTable(YamlValue root) {
    received =
        CellTable.read(root.field("received"), ReceivedEvent.values(), OutcomeReader::received);
    sent = CellTable.read(root.field("sent"), SentEvent.values(), OutcomeReader::sent);
    local = CellTable.read(root.field("local"), LocalEvent.values(), OutcomeReader::local);
  }

  /**
   * Loads the table that this module carries.
   *
   * @throws SpecFormatException if the file is malformed or the table has a gap
   */
  public static LifecycleTable load() {
    String file = "stream-lifecycle.yaml";
    return parse(file, SpecFiles.read(file));
  }

  /**
   * Reads a table from YAML text.
   *
   * @param file the name to give in error messages
   * @throws SpecFormatException if the text is malformed or the table has a gap
   */
  static LifecycleTable parse(String file, String yaml) {
    YamlValue root = YamlValue.parse(file, yaml);
    root.onlyFields(Set.of("states", "received", "sent", "local"));
    checkStates(root.field("states"));
    return new LifecycleTable(root);
  }

  private static void checkStates(YamlValue states) {
    List<StreamState> named =
        states.items().stream().map(value -> value.oneOf(StreamState.values())).toList();
    if (!named.equals(Arrays.asList(StreamState.values()))) {
      throw states.expected("every state once, in the order of section 9.1");
    }
  }

  /** Returns what a received frame does to a stream in this state. */
  public Cell<ReceivedEvent, ReceivedOutcome> received(ReceivedEvent event, StreamState state) {
    return received.cell(event, state);
  }

  /** Returns whether a frame may be sent on a stream in this state, and what follows. */
  public Cell<SentEvent, SentOutcome> sent(SentEvent event, StreamState state) {
    return sent.cell(event, state);
  }

  /** Returns what a local event does to a stream in this state. */
  public LocalOutcome local(LocalEvent event, StreamState state) {
    return local.cell(event, state).outcomes().get(0);
  }

  /** Returns every cell of the received half, event by event. */
  public List<Cell<ReceivedEvent, ReceivedOutcome>> receivedCells() {
    return received.cells();
  }

  /** Returns every cell of the sent half, event by event. */
  public List<Cell<SentEvent, SentOutcome>> sentCells() {
    return sent.cells();
  }
}
