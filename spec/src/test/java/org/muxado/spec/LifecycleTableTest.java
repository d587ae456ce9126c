package org.muxado.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LifecycleTableTest {
  private static final String FILE = "stream-lifecycle.yaml";

  private final LifecycleTable table = LifecycleTable.load();

  @Test
  void hasACellForEveryEventInEveryState() {
    int states = StreamState.values().length;
    assertEquals(9, states);
    assertEquals(ReceivedEvent.values().length * states, table.receivedCells().size());
    assertEquals(SentEvent.values().length * states, table.sentCells().size());
  }

  @Test
  void everyCitedRuleExists() {
    Requirements requirements = Requirements.load();
    List<String> cited = new ArrayList<>();
    table.receivedCells().forEach(c -> c.outcomes().forEach(o -> cited.addAll(o.rules())));
    table.sentCells().forEach(c -> c.outcomes().forEach(o -> cited.addAll(o.rules())));
    for (StreamState state : StreamState.values()) {
      cited.addAll(table.local(LocalEvent.LEFT_OUT, state).rules());
    }
    cited.forEach(requirements::get);
  }

  @Test
  void readsConditionsInOrder() {
    List<ReceivedOutcome> outcomes =
        table.received(ReceivedEvent.DATA, StreamState.HALF_CLOSED_LOCAL).outcomes();
    assertEquals(
        List.of(
            Optional.of(Condition.BEYOND_WINDOW),
            Optional.of(Condition.APPLICATION_CLOSED),
            Optional.empty()),
        outcomes.stream().map(ReceivedOutcome::when).toList());
    assertEquals(new Reaction.StreamError(ErrorCode.CANCEL), outcomes.get(1).reaction());
    assertEquals(List.of(ErrorCode.STREAM_CLOSED), outcomes.get(1).tolerated());
  }

  @Test
  void readsAnswersThatNeedNotBeRepeated() {
    ReceivedOutcome outcome =
        table.received(ReceivedEvent.DATA, StreamState.SKIPPED).outcomes().get(0);
    assertEquals(new Reaction.ClosedReset(ErrorCode.STREAM_CLOSED), outcome.reaction());
    assertTrue(outcome.firstOnly());
  }

  @Test
  void streamErrorsCloseAndSessionErrorsEnd() {
    for (Cell<ReceivedEvent, ReceivedOutcome> cell : table.receivedCells()) {
      for (ReceivedOutcome outcome : cell.outcomes()) {
        assertEquals(expectedNext(cell.state(), outcome), outcome.next(), cell.toString());
      }
    }
  }

  private static Optional<StreamState> expectedNext(StreamState state, ReceivedOutcome outcome) {
    Reaction reaction = outcome.reaction();
    if (reaction instanceof Reaction.StreamError) {
      assertTrue(state.isLive());
      return Optional.of(StreamState.CLOSED_RESET_SENT);
    }
    if (reaction instanceof Reaction.SessionError) {
      return Optional.empty();
    }
    return state.isLive() || state == StreamState.IDLE ? outcome.next() : Optional.of(state);
  }

  @Test
  void bothEndsOfAFrameMoveInStep() {
    // What one end may send in a live state, the other end takes in the mirrored state.
    assertStep(SentEvent.SEND_SYN, ReceivedEvent.SYN, StreamState.IDLE);
    assertStep(SentEvent.SEND_SYN_FIN, ReceivedEvent.SYN_FIN, StreamState.IDLE);
    for (StreamState state : List.of(StreamState.OPEN, StreamState.HALF_CLOSED_REMOTE)) {
      assertStep(SentEvent.SEND_DATA, ReceivedEvent.DATA, state);
      assertStep(SentEvent.SEND_DATA_FIN, ReceivedEvent.DATA_FIN, state);
      assertStep(SentEvent.SEND_EMPTY_DATA, ReceivedEvent.EMPTY_DATA, state);
      assertStep(SentEvent.SEND_EMPTY_DATA_FIN, ReceivedEvent.EMPTY_DATA_FIN, state);
      assertStep(SentEvent.SEND_RST, ReceivedEvent.RST, state);
      assertStep(SentEvent.SEND_PRI, ReceivedEvent.PRI, state);
    }
    assertStep(SentEvent.SEND_WNDINC, ReceivedEvent.WNDINC, StreamState.HALF_CLOSED_LOCAL);
  }

  private void assertStep(SentEvent sent, ReceivedEvent received, StreamState sender) {
    SentOutcome from = last(table.sent(sent, sender).outcomes());
    ReceivedOutcome to = last(table.received(received, mirror(sender)).outcomes());
    assertEquals(Permission.ALLOWED, from.permission());
    assertTrue(to.reaction() instanceof Reaction.Accepted, received + " in " + mirror(sender));
    assertEquals(from.next().map(LifecycleTableTest::mirror), to.next());
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  private static StreamState mirror(StreamState state) {
    return switch (state) {
      case HALF_CLOSED_LOCAL -> StreamState.HALF_CLOSED_REMOTE;
      case HALF_CLOSED_REMOTE -> StreamState.HALF_CLOSED_LOCAL;
      case CLOSED_RESET_SENT -> StreamState.CLOSED_RESET_RECEIVED;
      case CLOSED_RESET_RECEIVED -> StreamState.CLOSED_RESET_SENT;
      default -> state;
    };
  }

  @Test
  void onlyLiveStreamsAreLeftOut() {
    for (StreamState state : StreamState.values()) {
      StreamState expected = state.isLive() ? StreamState.CLOSED_LEFT_OUT : state;
      assertEquals(expected, table.local(LocalEvent.LEFT_OUT, state).next());
    }
  }

  @Test
  void gapsAndUnknownWordsAreReported() {
    assertBroken("    idle: [{effect: open, next: open, rules: [LIFE-1]}]\n", "", "field `idle`");
    assertBroken("effect: open", "effect: opens", "expected one of open, take");
    assertBroken("{effect: open,", "{", "exactly one of effect, stream-error");
    assertBroken("when: beyond-window, ", "", "the field `when`");
    assertBroken("{effect: take,", "{when: beyond-window, effect: take,", "without `when`");
    assertBroken("next: open, ", "", "the field `next`");
    assertBroken("rules: [LIFE-1]", "rules: []", "at least one id");
    assertBroken("repeat: MAY", "repeat: MUST", "expected MAY");
    assertBroken("states: [idle, ", "states: [", "every state once");
    assertBroken("  syn:\n", "  sin:\n", "unknown field `sin`");
    assertBroken("[{next: idle, rules: [GOAWAY-18]}]", "[]", "one outcome");
  }

  private static void assertBroken(String original, String replacement, String expected) {
    String yaml = SpecFiles.read(FILE);
    int at = yaml.indexOf(original, yaml.indexOf("\nstates:"));
    assertTrue(at > 0, original);
    String broken = yaml.substring(0, at) + replacement + yaml.substring(at + original.length());
    String message =
        assertThrows(SpecFormatException.class, () -> LifecycleTable.parse(FILE, broken))
            .getMessage();
    assertTrue(message.contains(expected), message);
  }
}
