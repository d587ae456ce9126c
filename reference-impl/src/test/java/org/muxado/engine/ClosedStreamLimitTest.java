package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.muxado.engine.Wire.SECOND;
import static org.muxado.engine.Wire.data;
import static org.muxado.engine.Wire.rst;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muxado.frame.ErrorCode;

/** A closed stream does not wait for its peer for ever (LIFE-43). */
class ClosedStreamLimitTest {

  private final Wire wire =
      new Wire(Role.CLIENT, EngineSettings.builder().closedStreamNanos(10 * SECOND).build());
  private final EngineStream stream = wire.open();

  @Test
  void isResetWhenThePeerDoesNotEndIt() {
    wire.engine.close(stream, SECOND);
    wire.sent();
    assertEquals(9 * SECOND, wire.engine.nanosToNextDeadline(2 * SECOND));
    wire.at(11 * SECOND - 1);
    assertNull(stream.outcome());
    wire.at(11 * SECOND);
    assertEquals(List.of(rst(3, ErrorCode.CANCEL)), wire.sent());
    assertEquals(
        new Outcome(
            EndKind.RESET_HERE,
            ErrorCode.CANCEL,
            RetryVerdict.UNKNOWN,
            "stream 3: closed here, and the peer did not end it in time"),
        stream.outcome());
    assertEquals(Long.MAX_VALUE, wire.engine.nanosToNextDeadline(11 * SECOND));
  }

  @Test
  void isResetWhenThePeerDoesNotReadIt() {
    wire.engine.write(stream, ByteBuffer.allocate(65_536));
    wire.sent();
    wire.engine.write(stream, ByteBuffer.allocate(10));
    wire.engine.close(stream, 0);
    assertEquals(List.of(), wire.sent());
    wire.at(10 * SECOND);
    assertEquals(List.of(rst(3, ErrorCode.CANCEL)), wire.sent());
  }

  @Test
  void streamThatEndsInTimeIsForgotten() {
    wire.engine.close(stream, 0);
    wire.sent();
    wire.receive(data(3, "", true));
    assertEquals(EndKind.FINISHED, stream.outcome().kind());
    assertEquals(Long.MAX_VALUE, wire.engine.nanosToNextDeadline(0));
    wire.at(20 * SECOND);
    assertEquals(List.of(), wire.sent());
  }

  @Test
  void firstCloseCountsAndEachStreamItself() {
    EngineStream second = wire.open();
    wire.sent();
    wire.engine.close(stream, 0);
    wire.engine.close(second, SECOND);
    wire.engine.close(stream, 5 * SECOND);
    wire.sent();
    wire.at(10 * SECOND);
    assertEquals(List.of(rst(3, ErrorCode.CANCEL)), wire.sent());
    assertEquals(SECOND, wire.engine.nanosToNextDeadline(10 * SECOND));
    wire.at(12 * SECOND);
    assertEquals(List.of(rst(5, ErrorCode.CANCEL)), wire.sent());
  }

  @Test
  void severalAreResetAtOnce() {
    EngineStream second = wire.open();
    wire.sent();
    wire.engine.close(stream, 0);
    wire.engine.close(second, 0);
    wire.sent();
    wire.at(11 * SECOND);
    assertEquals(List.of(rst(3, ErrorCode.CANCEL), rst(5, ErrorCode.CANCEL)), wire.sent());
    assertEquals(Long.MAX_VALUE, wire.engine.nanosToNextDeadline(11 * SECOND));
  }

  @Test
  void closeOfAnEndedStreamStartsNoTime() {
    wire.sent();
    wire.engine.reset(stream, ErrorCode.CANCEL);
    wire.engine.close(stream, 0);
    assertEquals(Long.MAX_VALUE, wire.engine.nanosToNextDeadline(0));
  }

  @Test
  void openStreamsHaveNoLimit() {
    wire.sent();
    assertEquals(Long.MAX_VALUE, wire.engine.nanosToNextDeadline(0));
    assertNull(wire.at(20 * SECOND).engine.termination());
    assertNull(stream.outcome());
  }
}
