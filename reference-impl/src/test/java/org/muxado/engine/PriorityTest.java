package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muxado.engine.Wire.data;
import static org.muxado.engine.Wire.syn;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muxado.frame.Frame;

class PriorityTest {

  private static final EngineSettings PRI =
      EngineSettings.builder().peerUnderstandsPri(true).build();

  private static List<Integer> ids(List<Frame> frames) {
    return frames.stream().map(Frame::streamId).toList();
  }

  @Test
  void mostUrgentDataGoesFirst() {
    Wire wire = Wire.client();
    EngineStream low = wire.open(1, 0, false);
    EngineStream high = wire.open(9, 0, false);
    EngineStream mid = wire.open(5, 0, false);
    wire.sent();
    wire.write(low, "l");
    wire.write(mid, "m");
    wire.write(high, "h");
    assertEquals(List.of(data(5, "h"), data(7, "m"), data(3, "l")), wire.sent());
  }

  @Test
  void equalsShareFrameByFrame() {
    Wire wire = Wire.client();
    EngineStream a = wire.open();
    EngineStream b = wire.open();
    wire.sent();
    wire.write(a, "x".repeat(20_000));
    wire.write(b, "y".repeat(20_000));
    assertEquals(List.of(3, 5, 3, 5, 3, 5), ids(wire.sent()));
  }

  @Test
  void controlFramesOvertakeData() {
    Wire wire = Wire.client();
    EngineStream a = wire.open();
    wire.sent();
    wire.write(a, "data");
    wire.open();
    assertEquals(List.of(syn(5), data(3, "data")), wire.sent());
  }

  @Test
  void streamWithoutWindowHoldsUpNobody() {
    Wire wire = Wire.client();
    EngineStream high = wire.open(9, 0, false);
    EngineStream low = wire.open();
    wire.write(high, "x".repeat(65_536));
    wire.sent();
    wire.write(high, "stuck");
    wire.write(low, "free");
    assertEquals(List.of(data(5, "free")), wire.sent());
  }

  @Test
  void changedPriorityCountsAtOnceAndIsTold() {
    Wire wire = new Wire(Role.CLIENT, PRI);
    EngineStream a = wire.open();
    EngineStream b = wire.open();
    wire.sent();
    wire.write(a, "a");
    wire.write(b, "b");
    wire.engine.setPriority(b, 1);
    wire.engine.setPriority(b, 2);
    assertEquals(List.of(new Frame.Pri(5, 2), data(5, "b"), data(3, "a")), wire.sent());
    assertEquals(2, b.priority());
  }

  @Test
  void synThatWaitsSaysTheLatestPriority() {
    Wire wire = new Wire(Role.CLIENT, PRI);
    EngineStream stream = wire.open(1, 0, false);
    wire.engine.setPriority(stream, 4);
    assertEquals(List.of(new Frame.Syn(3, 4, 0, false)), wire.sent());
  }

  @Test
  void priIsNotSentToPeersThatDoNotKnowIt() {
    Wire wire = Wire.client();
    EngineStream stream = wire.open();
    wire.sent();
    wire.engine.setPriority(stream, 4);
    assertEquals(List.of(), wire.sent());
    assertEquals(4, stream.priority());
  }

  @Test
  void refusesANegativePriority() {
    Wire wire = Wire.client();
    EngineStream stream = wire.open();
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> wire.engine.setPriority(stream, -1));
    assertEquals("priority of -1 for stream 3 is below 0", refused.getMessage());
  }

  @Test
  void peersPriorityCounts() {
    Wire wire = Wire.client();
    EngineStream a = wire.open();
    EngineStream b = wire.open();
    wire.sent();
    wire.write(a, "a");
    wire.write(b, "b");
    wire.receive(new Frame.Pri(5, 7));
    assertEquals(7, b.priority());
    assertEquals(List.of(5, 3), ids(wire.sent()));
  }

  @Test
  void noMoreThanSixtyFourKibibytesAreAhead() {
    Wire wire = Wire.client();
    EngineStream a = wire.open();
    EngineStream b = wire.open();
    wire.sent();
    wire.write(a, "x".repeat(65_536));
    wire.write(b, "x".repeat(65_536));
    ByteBuffer batch = ByteBuffer.allocate(200_000);
    int ahead = wire.engine.fill(batch, wire.now);
    assertTrue(ahead <= 65_536 && ahead > 65_536 - 8_200, "ahead: " + ahead);
    assertEquals(0, wire.engine.fill(batch, wire.now));
    wire.engine.writeStarted(ahead, 0);
    wire.engine.written(8_200, 0);
    assertEquals(8_200, wire.engine.fill(batch, wire.now));
  }

  @Test
  void fillStopsAtWhatTheBatchHolds() {
    Wire wire = Wire.client();
    EngineStream a = wire.open();
    wire.write(a, "12345678");
    assertEquals(0, wire.engine.fill(ByteBuffer.allocate(7), wire.now));
    assertEquals(8, wire.engine.fill(ByteBuffer.allocate(8 + 15), wire.now));
    assertEquals(16, wire.engine.fill(ByteBuffer.allocate(16), wire.now));
    assertFalse(wire.engine.wantsOutput());
  }

  @Test
  void dataWaitsForItsSynEvenIfThatDoesNotFit() {
    Wire wire = Wire.client();
    EngineStream open = wire.open();
    wire.sent();
    EngineStream stream = wire.open(9, 9, false);
    wire.write(stream, "x");
    wire.write(open, "y");
    assertEquals(0, wire.engine.fill(ByteBuffer.allocate(15), wire.now));
    assertEquals(List.of(new Frame.Syn(5, 9, 9, false), data(5, "x"), data(3, "y")), wire.sent());
  }

  @Test
  void priorityMayFallToZero() {
    Wire wire = Wire.client();
    EngineStream stream = wire.open(5, 0, false);
    wire.engine.setPriority(stream, 0);
    assertEquals(0, stream.priority());
  }

  @Test
  void priorityOfAnEndedStreamIsNotTold() {
    Wire wire = new Wire(Role.CLIENT, PRI);
    EngineStream stream = wire.open();
    wire.sent();
    wire.engine.reset(stream, 7);
    wire.sent();
    wire.engine.setPriority(stream, 4);
    assertEquals(List.of(), wire.sent());
    assertEquals(0, stream.priority());
  }

  @Test
  void frameThatFillsTheBatchExactlyFits() {
    Wire wire = Wire.client();
    wire.open();
    assertEquals(8, wire.engine.fill(ByteBuffer.allocate(8), wire.now));
  }
}
