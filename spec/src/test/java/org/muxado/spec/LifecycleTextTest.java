package org.muxado.spec;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds Tables 4 and 5 of the text to the data. */
final class LifecycleTextTest {
  private static final Map<Condition, String> LETTERS =
      Map.of(
          Condition.BEYOND_WINDOW, "F",
          Condition.APPLICATION_CLOSED, "K",
          Condition.WINDOW_OVERFLOW, "V");
  private static final Map<Condition, String> SENDING_LETTERS =
      Map.of(Condition.BEYOND_WINDOW, "W", Condition.REFUSING_SYN, "Q", Condition.ANSWERING, "A");

  private final LifecycleTable table = LifecycleTable.load();
  private final List<String> lines = SpecFiles.read("muxado-v1.md").lines().toList();

  @Test
  void tableFourIsTheReceivedHalf() {
    for (ReceivedEvent event : ReceivedEvent.values()) {
      assertRow(state -> receivedCell(table.received(event, state)));
    }
  }

  @Test
  void tableFiveIsTheSentHalf() {
    for (SentEvent event : SentEvent.values()) {
      assertRow(state -> sentCell(table.sent(event, state)));
    }
  }

  private void assertRow(Function<StreamState, String> cell) {
    String row =
        Arrays.stream(StreamState.values())
            .map(cell)
            .collect(Collectors.joining(" | ", " | ", " |"));
    assertTrue(lines.stream().anyMatch(line -> line.endsWith(row)), row);
  }

  private static String receivedCell(Cell<ReceivedEvent, ReceivedOutcome> cell) {
    return cell.outcomes().stream()
        .map(outcome -> outcome.when().map(LETTERS::get).orElseGet(() -> word(cell, outcome)))
        .collect(Collectors.joining("; "));
  }

  private static String word(Cell<ReceivedEvent, ReceivedOutcome> cell, ReceivedOutcome outcome) {
    Reaction reaction = outcome.reaction();
    if (reaction instanceof Reaction.Accepted accepted) {
      return outcome.level() == Level.SHOULD ? "I" : effect(accepted, cell.state(), outcome);
    }
    if (reaction instanceof Reaction.StreamError error) {
      return error.code() == ErrorCode.STREAM_CLOSED ? "X" : "Z";
    }
    return reaction instanceof Reaction.SessionError ? "S" : "C";
  }

  private static String effect(
      Reaction.Accepted accepted, StreamState state, ReceivedOutcome outcome) {
    Optional<String> verb =
        switch (accepted.effect()) {
          case TAKE -> Optional.of("take");
          case DISCARD -> Optional.of("discard");
          case ADD_WINDOW -> Optional.of("add");
          case SET_PRIORITY -> Optional.of("set");
          case OPEN, NONE, FAIL -> Optional.empty();
        };
    Optional<String> move = move(state, outcome.next());
    return verb.map(v -> v + move.map(m -> ", " + m).orElse("")).orElse(move.orElse("-"));
  }

  private static String sentCell(Cell<SentEvent, SentOutcome> cell) {
    return cell.outcomes().stream()
        .map(
            outcome ->
                outcome
                    .when()
                    .map(SENDING_LETTERS::get)
                    .orElseGet(() -> permission(cell.state(), outcome)))
        .collect(Collectors.joining("; "));
  }

  private static String permission(StreamState state, SentOutcome outcome) {
    return switch (outcome.permission()) {
      case ALLOWED -> move(state, outcome.next()).orElse("yes");
      case SHOULD_NOT -> "avoid";
      case FORBIDDEN -> "no";
    };
  }

  private static Optional<String> move(StreamState from, Optional<StreamState> to) {
    return to.filter(next -> next != from).map(LifecycleTextTest::name);
  }

  private static String name(StreamState state) {
    return switch (state) {
      case HALF_CLOSED_LOCAL -> "half-closed local";
      case HALF_CLOSED_REMOTE -> "half-closed remote";
      case CLOSED_BOTH_FINS -> "both FINs";
      case CLOSED_RESET_SENT -> "reset sent";
      case CLOSED_RESET_RECEIVED -> "reset received";
      case CLOSED_LEFT_OUT -> "left out";
      case IDLE, SKIPPED, OPEN -> state.label();
    };
  }
}
