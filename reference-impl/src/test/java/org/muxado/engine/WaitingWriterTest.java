package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muxado.engine.Wire.data;
import static org.muxado.engine.Wire.wndInc;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who waits for room is told when there is some, and when there will never be any. */
class WaitingWriterTest {

  private static final int WINDOW = EngineSettings.INITIAL_WINDOW_BYTES;

  private final Wire wire = Wire.client();
  private final EngineStream stream = wire.open();
  private final List<Event> told = List.of(new Event.OutputReady(stream));

  /** The window is spent, the queue is full, and one octet waits. */
  @BeforeEach
  void writeMoreThanFits() {
    wire.write(stream, "x".repeat(WINDOW));
    wire.sent();
    wire.write(stream, "x".repeat(WINDOW - 1));
    assertEquals(1, wire.write(stream, "yz"));
    assertEquals(List.of(), wire.events());
  }

  @Test
  void roomWakesTheWriter() {
    wire.receive(wndInc(3, WINDOW / 2));
    wire.sent();
    assertEquals(told, wire.events());
  }

  @Test
  void writeOfAnotherDoesNotForgetTheWriter() {
    wire.receive(wndInc(3, 1));
    assertEquals(List.of(data(3, "x")), wire.at(SmallSends.HOLD_NANOS).sent());
    assertEquals(List.of(), wire.events());
    assertEquals(1, wire.write(stream, "a")); // fits: its caller need not wait
    wire.receive(wndInc(3, WINDOW / 2));
    wire.sent();
    assertEquals(told, wire.events()); // used to be forgotten, and the writer waited for ever
  }

  @Test
  void whoAsksWhetherThereIsRoomIsToldLater() {
    wire.receive(wndInc(3, WINDOW / 2));
    wire.sent();
    assertEquals(told, wire.events());
    assertTrue(wire.engine.requestRoom(stream));
    wire.write(stream, "x".repeat(WINDOW / 2));
    assertFalse(wire.engine.requestRoom(stream));
    wire.engine.finish(stream);
    assertEquals(told, wire.events());
    assertTrue(wire.engine.requestRoom(stream)); // a write would fail at once
  }

  @Test
  void finishWakesTheWriter() {
    wire.engine.finish(stream);
    assertEquals(told, wire.events());
    assertEquals(EndKind.CLOSED_HERE, wire.engine.outputFailure(stream).kind());
  }

  @Test
  void closeOfTheStreamWakesTheWriter() {
    wire.engine.close(stream, 0);
    assertEquals(told, wire.events());
    assertEquals(Engine.FAILED, wire.write(stream, "z"));
  }

  @Test
  void closeOfTheSessionWakesTheWriterAndSaysWhy() {
    assertNull(wire.engine.outputFailure(stream));
    wire.engine.closeSession(0);
    assertEquals(told, wire.events()); // used to wait until the queue was flushed
    assertEquals(Engine.FAILED, wire.write(stream, "z"));
    assertFalse(wire.engine.finish(stream));
    String message = "stream 3: the session is being closed here";
    Outcome expected = new Outcome(EndKind.SESSION_ENDED, Outcome.NO_CODE, null, message);
    assertEquals(expected, wire.engine.outputFailure(stream));
    assertNull(stream.outcome());
  }

  @Test
  void finishedOutputIsNoFaultOfAClosingSession() {
    wire.engine.finish(stream);
    wire.engine.closeSession(0);
    assertEquals(EndKind.CLOSED_HERE, wire.engine.outputFailure(stream).kind());
  }
}
