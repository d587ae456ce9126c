package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muxado.engine.Wire.SECOND;
import static org.muxado.engine.Wire.goAway;
import static org.muxado.engine.Wire.syn;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muxado.engine.Termination.Cause;

/** A peer that ends its output may still read: a frame is not cut (END-9). */
class InputFinishedTest {

  private final Wire wire = Wire.client();
  private final EngineStream stream = wire.open();

  /** Begins to write a DATA of 10 octets, and gets 4 octets of its header out. */
  private int halfWritten() {
    wire.sent();
    wire.write(stream, "0123456789");
    int octets = wire.engine.fill(ByteBuffer.allocate(100), wire.now);
    wire.engine.writeStarted(octets, 0);
    wire.engine.written(4, 0);
    wire.events();
    return octets - 4;
  }

  private void write(int octets) {
    wire.engine.writeStarted(octets, 0);
    wire.engine.written(octets, 0);
  }

  private List<? extends Class<?>> eventTypes() {
    return wire.events().stream().map(Object::getClass).toList();
  }

  @Test
  void finishesTheFrameAndSaysGoAway() {
    wire.receive(syn(2));
    wire.accept();
    int rest = halfWritten();
    wire.engine.inputFinished("eof", 0);
    assertEquals(
        new Termination(Cause.TRANSPORT, true, -1, -1, "", "eof"), wire.engine.termination());
    assertEquals(EndKind.SESSION_ENDED, stream.outcome().kind());
    assertEquals(RetryVerdict.UNKNOWN, stream.outcome().retry());
    assertFalse(eventTypes().contains(Event.DropTransport.class));
    write(rest);
    assertEquals(List.of(goAway(2, 0, "")), wire.sent());
    assertEquals(List.of(Event.EndOutput.class, Event.DropTransport.class), eventTypes());
  }

  /** Its octets used to be offered to the dead transport once more, which cost the verdict. */
  @Test
  void beginsNothingThatNoWriteHasBegun() {
    wire.sent();
    EngineStream waiting = wire.open();
    int octets = wire.engine.fill(ByteBuffer.allocate(100), wire.now);
    wire.engine.writeStarted(octets, 0);
    wire.engine.written(0, 0);
    wire.events();
    wire.engine.inputFinished("eof", 0);
    assertEquals(RetryVerdict.NOT_PROCESSED, waiting.outcome().retry());
    assertTrue(eventTypes().contains(Event.DropTransport.class));
  }

  /** A blocking write tells nothing before its end. */
  @Test
  void finishesAWriteThatIsGoingOn() {
    wire.sent();
    EngineStream waiting = wire.open();
    int octets = wire.engine.fill(ByteBuffer.allocate(100), wire.now);
    wire.engine.writeStarted(octets, 0);
    wire.events();
    wire.engine.inputFinished("eof", 0);
    assertEquals(RetryVerdict.UNKNOWN, waiting.outcome().retry());
    assertFalse(eventTypes().contains(Event.DropTransport.class));
  }

  @Test
  void waitsForTheFrameForABoundedTime() {
    halfWritten();
    wire.engine.inputFinished("eof", 0);
    wire.events();
    assertEquals(SECOND, wire.engine.nanosToNextDeadline(0));
    assertEquals(List.of(), wire.at(SECOND - 1).events());
    assertEquals(List.of(new Event.DropTransport()), wire.at(SECOND).events());
  }

  @Test
  void dropsAtOnceWhatHasNothingToFinish() {
    wire.sent();
    wire.events();
    wire.engine.inputFinished("eof", 0);
    assertTrue(wire.events().contains(new Event.DropTransport()));
    assertFalse(wire.engine.wantsOutput());
  }

  @Test
  void brokenInputCutsTheFrame() {
    halfWritten();
    wire.engine.inputEnded("reset", 0);
    assertTrue(wire.events().contains(new Event.DropTransport()));
  }

  @Test
  void closingSessionFinishesItsFrameToo() {
    int rest = halfWritten();
    wire.engine.closeSession(0);
    wire.engine.inputFinished("eof", 0);
    assertEquals(Cause.CLOSED, wire.engine.termination().cause());
    write(rest);
    assertEquals(List.of(goAway(0, 0, "")), wire.sent());
  }

  @Test
  void failedOutputFinishesNothing() {
    halfWritten();
    wire.engine.writeFailed("reset", 0);
    wire.engine.inputFinished("eof", 0);
    assertTrue(wire.events().contains(new Event.DropTransport()));
  }

  @Test
  void synThatIsOnItsWayCountsAsWritten() {
    int octets = wire.engine.fill(ByteBuffer.allocate(100), wire.now);
    EngineStream unsent = wire.open();
    wire.engine.writeStarted(octets, 0);
    wire.engine.inputFinished("eof", 0);
    assertEquals(RetryVerdict.UNKNOWN, stream.outcome().retry());
    assertEquals(RetryVerdict.NOT_PROCESSED, unsent.outcome().retry());
    wire.engine.written(octets, 0);
    assertEquals(List.of(goAway(0, 0, "")), wire.sent());
  }

  @Test
  void lastGoAwayCutShortIsStillHeard() {
    halfWritten();
    wire.receiveHex("000a0006 00000000 00000000 00000001 68"); // one octet of two of the text
    wire.engine.inputFinished("eof", 0);
    assertEquals("h", wire.engine.peerDebug());
  }
}
