package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muxado.engine.StreamStates.Transition;
import org.muxado.spec.Cell;
import org.muxado.spec.Effect;
import org.muxado.spec.LifecycleTable;
import org.muxado.spec.LocalEvent;
import org.muxado.spec.Permission;
import org.muxado.spec.Reaction;
import org.muxado.spec.ReceivedEvent;
import org.muxado.spec.ReceivedOutcome;
import org.muxado.spec.SentEvent;
import org.muxado.spec.SentOutcome;

/** Holds the engine's table against the one of the specification, both halves. */
class StreamStatesTest {

  private static final LifecycleTable SPEC = LifecycleTable.load();

  static List<Cell<ReceivedEvent, ReceivedOutcome>> received() {
    return SPEC.receivedCells();
  }

  static List<Cell<SentEvent, SentOutcome>> sent() {
    return SPEC.sentCells();
  }

  @ParameterizedTest
  @MethodSource("received")
  void actsOnFramesAsTheSpecificationSays(Cell<ReceivedEvent, ReceivedOutcome> cell) {
    StreamState state = StreamState.valueOf(cell.state().name());
    Transition ours = StreamStates.after(state, StreamInput.valueOf(cell.event().name()));
    ReceivedOutcome last = cell.outcomes().get(cell.outcomes().size() - 1);
    assertEquals(action(last.reaction()), ours.action());
    String next = last.next().map(Enum::name).orElse(cell.state().name());
    assertEquals(next, ours.next().name());
  }

  private static StreamAction action(Reaction reaction) {
    if (reaction instanceof Reaction.SessionError) {
      return StreamAction.SESSION_ERROR;
    }
    if (reaction instanceof Reaction.ClosedReset) {
      return StreamAction.ANSWER_CLOSED;
    }
    if (reaction instanceof Reaction.StreamError error) {
      return StreamAction.valueOf(
          error.code() == org.muxado.spec.ErrorCode.STREAM_CLOSED
              ? "ERROR_STREAM_CLOSED"
              : "ERROR_PROTOCOL");
    }
    Effect effect = ((Reaction.Accepted) reaction).effect();
    return StreamAction.valueOf(effect.name());
  }

  @ParameterizedTest
  @MethodSource("sent")
  void sendsOnlyWhatTheSpecificationAllows(Cell<SentEvent, SentOutcome> cell) {
    if (cell.event() == SentEvent.SEND_EMPTY_DATA) {
      return; // The engine sends no empty DATA without FIN.
    }
    StreamState state = StreamState.valueOf(cell.state().name());
    Transition ours = StreamStates.find(state, StreamInput.valueOf(cell.event().name()));
    SentOutcome last = cell.outcomes().get(cell.outcomes().size() - 1);
    if (last.permission() == Permission.ALLOWED && isEverDone(cell)) {
      assertNotNull(ours);
      assertEquals(last.next().orElseThrow().name(), ours.next().name());
    } else {
      assertNull(ours);
    }
  }

  /** On a stream that is closed, the engine sends nothing but answers. */
  private static boolean isEverDone(Cell<SentEvent, SentOutcome> cell) {
    return !cell.state().isClosed();
  }

  @ParameterizedTest
  @MethodSource("received")
  void leavesOutAsTheSpecificationSays(Cell<ReceivedEvent, ReceivedOutcome> cell) {
    StreamState state = StreamState.valueOf(cell.state().name());
    String next = SPEC.local(LocalEvent.LEFT_OUT, cell.state()).next().name();
    assertEquals(next, StreamStates.after(state, StreamInput.LEFT_OUT).next().name());
  }

  @Test
  void refusesWhatTheTableDoesNotHold() {
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class,
            () -> StreamStates.after(StreamState.IDLE, StreamInput.SEND_DATA));
    assertEquals("SEND_DATA is impossible for a stream that is IDLE", refused.getMessage());
  }
}
