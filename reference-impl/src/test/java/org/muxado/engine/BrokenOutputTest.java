package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muxado.engine.Wire.goAway;
import static org.muxado.engine.Wire.syn;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Between a failed write to the transport and the end of the session (RETRY-1, RETRY-10). */
class BrokenOutputTest {

  private final Wire wire = Wire.client();
  private final EngineStream stream = wire.open();

  @BeforeEach
  void breakTheOutput() {
    wire.sent();
    wire.engine.writeStarted(0, 0);
    wire.engine.writeFailed("reset", 0);
  }

  @Test
  void writeWaitsForTheOutcome() {
    assertEquals(0, wire.write(stream, "x")); // used to fail without an outcome
    assertNull(wire.engine.outputFailure(stream));
    assertEquals(List.of(), wire.events());
    wire.engine.inputEnded("reset", 0);
    assertTrue(wire.events().contains(new Event.OutputReady(stream)));
    assertEquals(Engine.FAILED, wire.write(stream, "x"));
    assertEquals(EndKind.SESSION_ENDED, wire.engine.outputFailure(stream).kind());
    assertEquals(RetryVerdict.UNKNOWN, wire.engine.outputFailure(stream).retry());
  }

  @Test
  void goAwayThatStillComesDecidesTheOutcome() {
    assertEquals(0, wire.write(stream, "x"));
    wire.receive(goAway(0, 0, ""));
    assertEquals(Engine.FAILED, wire.write(stream, "x"));
    assertEquals(EndKind.GONE_AWAY, wire.engine.outputFailure(stream).kind());
    assertEquals(RetryVerdict.NOT_PROCESSED, wire.engine.outputFailure(stream).retry());
  }

  @Test
  void refusalToOpenTellsPeopleWhy() {
    String refusal = "cannot open a stream: ";
    String broken = "the transport takes no output any more: reset";
    assertEquals(refusal + broken, wire.refusal().message());
    wire.engine.kill();
    assertEquals(refusal + "session ended: killed here", wire.refusal().message());
  }

  @Test
  void outcomeComesInABoundedTime() {
    assertEquals(0, wire.write(stream, "x"));
    wire.at(EngineSettings.DEFAULT.closeNanos());
    assertEquals(RetryVerdict.UNKNOWN, wire.engine.outputFailure(stream).retry());
  }

  @Test
  void nothingIsWritableBeforeTheOutcome() {
    assertFalse(wire.engine.requestRoom(stream));
    wire.engine.inputEnded("reset", 0);
    assertTrue(wire.events().contains(new Event.OutputReady(stream)));
    assertTrue(wire.engine.requestRoom(stream));
  }

  @Test
  void writeOfNothingNeedNotWait() {
    assertEquals(0, wire.write(stream, ""));
    wire.engine.inputEnded("reset", 0);
    assertEquals(List.of(), wire.events(Event.OutputReady.class));
  }

  @Test
  void finishIsTakenAndTheOutcomeFollows() {
    assertTrue(wire.engine.finish(stream)); // used to fail without an outcome
    assertEquals(EndKind.CLOSED_HERE, wire.engine.outputFailure(stream).kind());
    wire.engine.inputEnded("reset", 0);
    assertEquals(EndKind.SESSION_ENDED, wire.engine.outputFailure(stream).kind());
  }

  @Test
  void openingIsRefusedWithAVerdict() {
    assertEquals(EndKind.SESSION_ENDED, wire.refusal().kind());
    assertEquals(RetryVerdict.NOT_PROCESSED, wire.refusal().retry());
  }

  @Test
  void finishedStreamStaysFinished() {
    wire.engine.finish(stream);
    assertEquals(Engine.FAILED, wire.write(stream, "x"));
  }

  @Test
  void sessionErrorDropsTheTransport() {
    wire.receive(syn(1));
    assertEquals(Termination.Cause.SESSION_ERROR, wire.engine.termination().cause());
    assertFalse(wire.engine.wantsOutput());
    assertEquals(1, wire.events(Event.DropTransport.class).size());
  }
}
