package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.muxado.engine.Wire.SECOND;
import static org.muxado.engine.Wire.goAway;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A frame that has begun must come to its end in time (LIMIT-11). */
class PartialFrameTest {

  private static final String TEXT = "a frame was not complete within 30000 ms [LIMIT-11]";

  private final Wire wire = Wire.server();

  @Test
  void halfAHeaderHeldOpenEndsTheSession() {
    wire.receiveHex("0000 0001");
    assertEquals(30 * SECOND, wire.engine.nanosToNextDeadline(0));
    wire.at(30 * SECOND);
    wire.at(31 * SECOND - 1);
    assertNull(wire.engine.termination());
    wire.at(31 * SECOND);
    assertEquals(TEXT, wire.engine.termination().message());
    assertEquals(List.of(goAway(0, 1, TEXT)), wire.sent());
  }

  @Test
  void frameInManyPiecesMustBeCompleteInTime() {
    wire.receiveHex("0000 0001 0000 0003"); // SYN 3
    wire.receiveHex("0010 0003 0000 0003"); // DATA of 16
    for (int i = 1; i <= 15; i++) {
      wire.now = i * SECOND;
      wire.receiveHex("78");
    }
    assertEquals(15 * SECOND, wire.engine.nanosToNextDeadline(15 * SECOND));
    wire.at(30 * SECOND).at(31 * SECOND);
    assertEquals(TEXT, wire.engine.termination().message());
  }

  @Test
  void eachFrameHasItsOwnTime() {
    wire.receiveHex("0000");
    wire.now = 29 * SECOND;
    wire.receiveHex("0001 0000 0003 0000"); // the rest of one, the beginning of the next
    assertEquals(30 * SECOND, wire.engine.nanosToNextDeadline(29 * SECOND));
    wire.receiveHex("0001 0000 0005");
    assertEquals(Long.MAX_VALUE, wire.engine.nanosToNextDeadline(29 * SECOND));
  }

  @Test
  void jumpOfTheClockLeavesTimeForTheRest() {
    wire.receiveHex("0000 0001");
    wire.at(90 * SECOND);
    wire.receiveHex("0000 0003");
    wire.at(92 * SECOND);
    assertNull(wire.engine.termination());
  }

  @Test
  void debugTextMayTakeItsTime() {
    wire.receiveHex("0010 0006 0000 0000 0000 0000 0000 0000 68"); // one octet of eight
    assertEquals(Long.MAX_VALUE, wire.engine.nanosToNextDeadline(0));
  }

  @Test
  void closingSessionHasItsOwnLimits() {
    EngineStream stream = wire.open();
    wire.sent();
    wire.engine.write(stream, ByteBuffer.allocate(100_000));
    wire.sent();
    wire.receiveHex("0000 0001");
    wire.engine.closeSession(0);
    wire.at(SECOND).at(2 * SECOND).at(30 * SECOND).at(31 * SECOND);
    assertEquals("closed here", wire.engine.termination().message());
  }
}
