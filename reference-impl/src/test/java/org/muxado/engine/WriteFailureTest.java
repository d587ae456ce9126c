package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.muxado.engine.Wire.SECOND;
import static org.muxado.engine.Wire.data;
import static org.muxado.engine.Wire.goAway;
import static org.muxado.engine.Wire.rst;
import static org.muxado.engine.Wire.syn;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muxado.engine.Termination.Cause;
import org.muxado.frame.ErrorCode;

/** What failed and stalled writes do to a session (LIMIT-5, RETRY-10). */
class WriteFailureTest {

  private final Wire wire = Wire.client();

  private static void write(Engine engine, int octets, long now) {
    engine.writeStarted(octets, now);
    engine.written(octets, now);
  }

  @Test
  void failedWriteStillReadsWhatArrived() {
    EngineStream stream = wire.open();
    wire.engine.fill(ByteBuffer.allocate(100), wire.now);
    wire.engine.writeStarted(8, 0);
    wire.engine.writeFailed("reset", 0);
    assertNull(wire.engine.termination());
    wire.receive(data(3, "came"), rst(3, ErrorCode.CANCEL));
    assertEquals(EndKind.RESET_BY_PEER, stream.outcome().kind());
    assertFalse(wire.engine.wantsOutput());
    wire.engine.inputEnded("refused", 0); // tells more than the write did
    assertEquals(
        new Termination(Cause.TRANSPORT, false, -1, -1, "", "refused"), wire.engine.termination());
  }

  @Test
  void failedWriteGivesUpInTime() {
    wire.engine.writeFailed("reset", 0);
    wire.engine.writeFailed("reset", 5);
    assertEquals(SECOND, wire.engine.nanosToNextDeadline(0));
    wire.at(SECOND);
    assertEquals(Cause.TRANSPORT, wire.engine.termination().cause());
    assertEquals(1, wire.events(Event.DropTransport.class).size());
  }

  @Test
  void failedWriteWhileClosingDropsTheTransport() {
    wire.engine.closeSession(0);
    wire.events();
    wire.engine.writeFailed("reset", 0);
    assertEquals(List.of(new Event.DropTransport()), wire.events());
    assertEquals("closed here", wire.engine.termination().message());
  }

  @Test
  void writeWithoutProgressEndsTheSession() {
    wire.open();
    wire.engine.fill(ByteBuffer.allocate(100), wire.now);
    wire.engine.writeStarted(8, 0);
    wire.engine.written(0, SECOND);
    wire.engine.writeStarted(8, SECOND);
    assertEquals(29 * SECOND, wire.engine.nanosToNextDeadline(SECOND));
    wire.at(30 * SECOND);
    assertEquals(SECOND, wire.engine.nanosToNextDeadline(30 * SECOND));
    wire.at(31 * SECOND - 1);
    assertNull(wire.engine.termination());
    wire.at(31 * SECOND);
    assertEquals(
        new Termination(Cause.TRANSPORT, false, -1, -1, "", "the transport takes no output"),
        wire.engine.termination());
    assertEquals(Long.MAX_VALUE, wire.engine.nanosToNextDeadline(31 * SECOND));
  }

  /** A write that ran when the clock jumped used to end the session, also one that drained. */
  @Test
  void jumpOfTheClockDoesNotEndAWrite() {
    wire.open();
    wire.sent();
    wire.engine.drain(0);
    int octets = wire.engine.fill(ByteBuffer.allocate(100), wire.now);
    wire.engine.writeStarted(octets, 0);
    wire.at(60 * SECOND);
    wire.engine.written(octets, 60 * SECOND);
    assertEquals(List.of(goAway(0, 0, "")), wire.sent()); // the second one of the drain
    wire.at(120 * SECOND);
    assertNull(wire.engine.termination());
  }

  @Test
  void shortStallLimitHasAShortGrace() {
    Limits tight = Limits.DEFAULT.withWriteStall(Duration.ofMillis(100));
    Wire impatient = new Wire(Role.CLIENT, EngineSettings.builder().limits(tight).build());
    impatient.open();
    impatient.engine.fill(ByteBuffer.allocate(100), 0);
    impatient.engine.writeStarted(8, 0);
    impatient.at(SECOND / 10);
    impatient.at(SECOND / 5 - 1);
    assertNull(impatient.engine.termination());
    impatient.at(SECOND / 5);
    assertEquals("the transport takes no output", impatient.engine.termination().message());
  }

  @Test
  void restOfAWriteMustMakeProgressToo() {
    wire.open();
    wire.engine.fill(ByteBuffer.allocate(100), wire.now);
    wire.engine.writeStarted(8, 0);
    wire.engine.written(1, SECOND);
    wire.at(31 * SECOND - 1);
    assertEquals(1, wire.engine.nanosToNextDeadline(31 * SECOND - 1));
    wire.at(31 * SECOND);
    wire.at(32 * SECOND);
    assertEquals("the transport takes no output", wire.engine.termination().message());
  }

  @Test
  void emptyWriteStartsNoStallLimit() {
    wire.engine.writeStarted(0, 0);
    assertEquals(Long.MAX_VALUE, wire.engine.nanosToNextDeadline(0));
  }

  @Test
  void writeWithProgressMayGoOn() {
    wire.open();
    wire.engine.fill(ByteBuffer.allocate(100), wire.now);
    write(wire.engine, 1, 0);
    assertEquals(Long.MAX_VALUE, wire.engine.nanosToNextDeadline(0));
    wire.engine.writeStarted(7, 29 * SECOND);
    wire.at(31 * SECOND);
    assertNull(wire.engine.termination());
  }

  @Test
  void refusesWritesThatWereNotGiven() {
    wire.open();
    wire.engine.fill(ByteBuffer.allocate(100), wire.now);
    assertThrows(IllegalArgumentException.class, () -> wire.engine.writeStarted(9, 0));
    wire.engine.writeStarted(8, 0);
    assertThrows(IllegalArgumentException.class, () -> wire.engine.written(9, 0));
  }

  @Test
  void closeAfterAWriteFailedChangesNothing() {
    EngineStream stream = wire.open();
    wire.engine.writeFailed("reset", 0);
    wire.receive(syn(2));
    wire.engine.closeSession(0);
    wire.engine.goAway(0, ByteBuffer.allocate(0));
    assertEquals(0, wire.engine.fill(ByteBuffer.allocate(100), wire.now));
    wire.engine.inputFinished("eof", 0);
    assertEquals("reset", wire.engine.termination().message());
    assertEquals(RetryVerdict.NOT_PROCESSED, stream.outcome().retry());
  }

  @Test
  void failedWriteEndsTheStallLimit() {
    wire.open();
    wire.engine.fill(ByteBuffer.allocate(100), wire.now);
    wire.engine.writeStarted(8, 0);
    wire.engine.writeFailed("reset", 29 * SECOND + 500_000_000);
    wire.at(30 * SECOND);
    assertNull(wire.engine.termination());
  }
}
