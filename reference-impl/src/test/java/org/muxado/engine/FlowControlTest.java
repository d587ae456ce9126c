package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.muxado.engine.Wire.data;
import static org.muxado.engine.Wire.rst;
import static org.muxado.engine.Wire.syn;
import static org.muxado.engine.Wire.wndInc;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muxado.frame.ErrorCode;
import org.muxado.frame.Frame;

class FlowControlTest {

  private final Wire wire = Wire.server().receive(syn(3));
  private final EngineStream stream = wire.accept();

  /** After this time even an octet is sent (FLOW-13). */
  private static final long HOLD = SmallSends.HOLD_NANOS;

  private static int payload(List<Frame> frames) {
    return frames.stream().mapToInt(frame -> ((Frame.Data) frame).payload().remaining()).sum();
  }

  @Test
  void sendsUpToTheWindowAndGoesOnWithMore() {
    assertEquals(65_536, wire.write(stream, "x".repeat(65_536)));
    assertEquals(65_536, payload(wire.sent()));
    wire.write(stream, "more");
    assertFalse(wire.engine.wantsOutput());
    wire.receive(wndInc(3, 1));
    assertEquals(List.of(data(3, "m")), wire.at(HOLD).sent());
    wire.receive(wndInc(3, 2));
    assertEquals(List.of(data(3, "or")), wire.at(2 * HOLD).sent());
    wire.receive(wndInc(3, 1));
    assertEquals(List.of(data(3, "e")), wire.sent());
  }

  @Test
  void finWaitsBehindDataThatHasNoWindow() {
    wire.write(stream, "x".repeat(65_536));
    wire.sent();
    wire.write(stream, "ab");
    wire.engine.finish(stream);
    assertEquals(List.of(), wire.sent());
    wire.receive(wndInc(3, 1));
    assertEquals(List.of(data(3, "a")), wire.at(HOLD).sent());
    wire.receive(wndInc(3, 1));
    assertEquals(List.of(data(3, "b", true)), wire.sent());
  }

  @Test
  void fullWindowIsLegalAndOneMoreIsNot() {
    for (int i = 0; i < 4; i++) {
      wire.receive(data(3, 16_380));
    }
    wire.receive(data(3, 16));
    assertEquals(List.of(), wire.sent());
    wire.receive(data(3, "a"), data(3, "b"));
    assertEquals(List.of(rst(3, ErrorCode.FLOW_CONTROL_ERROR)), wire.sent());
    assertEquals(
        "stream 3: DATA of 1 bytes on stream 3 exceeds its window of 0",
        stream.outcome().message());
    assertEquals(65_536, stream.readableBytes());
    assertNull(wire.engine.termination());
  }

  @Test
  void givesBackHalfAWindowAtATime() {
    wire.receive(data(3, 16_383), data(3, 16_383), data(3, 2));
    ByteBuffer target = ByteBuffer.allocate(32_767);
    assertEquals(32_767, wire.engine.read(stream, target));
    assertEquals(List.of(), wire.sent());
    wire.read(stream);
    assertEquals(List.of(wndInc(3, 32_768)), wire.sent());
  }

  @Test
  void readingOctetByOctetCostsTwoUpdates() {
    for (int i = 0; i < 4; i++) {
      wire.receive(data(3, 16_000));
    }
    wire.receive(data(3, 1_536));
    ByteBuffer one = ByteBuffer.allocate(1);
    int updates = 0;
    for (int i = 0; i < 65_536; i++) {
      assertEquals(1, wire.engine.read(stream, one.clear()));
      updates += wire.sent().size();
    }
    assertEquals(2, updates);
  }

  @Test
  void grantedWindowCanBeUsedAgain() {
    for (int i = 0; i < 40; i++) {
      wire.receive(data(3, 16_000));
      wire.read(stream);
      wire.sent();
    }
    assertNull(stream.outcome());
  }

  @Test
  void noUpdateAfterThePeersFin() {
    wire.receive(data(3, 16_000), data(3, 16_000), data(3, 16_000));
    wire.read(stream);
    wire.receive(data(3, "", true));
    assertEquals(List.of(), wire.sent());
    wire.receive(syn(5));
    EngineStream other = wire.accept();
    wire.receive(data(5, 16_000), data(5, 16_000), data(5, 16_000), data(5, "", true));
    wire.read(other);
    assertEquals(List.of(), wire.sent());
  }

  @Test
  void windowOverflowIsAStreamError() {
    int most = Integer.MAX_VALUE - 65_536;
    wire.receive(wndInc(3, most));
    assertEquals(List.of(), wire.sent());
    wire.receive(wndInc(3, 1));
    assertEquals(List.of(rst(3, ErrorCode.FLOW_CONTROL_ERROR)), wire.sent());
    assertEquals(
        "stream 3: WNDINC of 1 on stream 3 raises its window of 2147483647 above 2^31-1",
        stream.outcome().message());
  }

  @Test
  void largeWindowLetsMoreThanTheInitialOneFly() {
    wire.receive(wndInc(3, 100_000));
    int sent = 0;
    for (int i = 0; i < 10; i++) {
      wire.write(stream, "x".repeat(65_536));
      sent += payload(wire.sent());
    }
    assertEquals(165_536, sent);
  }

  @Test
  void writeTakesWhatTheQueueHolds() {
    Wire small = new Wire(Role.CLIENT, EngineSettings.builder().sendQueueBytes(10).build());
    EngineStream own = small.open();
    assertEquals(8, small.write(own, "12345678"));
    assertEquals(2, small.write(own, "90abc"));
    assertEquals(0, small.write(own, "abc"));
    small.events();
    assertEquals(List.of(syn(3), data(3, "1234567890")), small.sent());
    assertEquals(List.of(new Event.OutputReady(own)), small.events());
    assertEquals(3, small.write(own, "abc"));
    small.sent();
    assertEquals(List.of(), small.events());
  }

  @Test
  void writerIsToldWhenHalfTheQueueIsFree() {
    wire.write(stream, "x".repeat(65_537));
    wire.events();
    ByteBuffer batch = ByteBuffer.allocate(4 * 8_200 - 1);
    wire.engine.fill(batch, wire.now);
    assertEquals(List.of(), wire.events());
    wire.engine.fill(ByteBuffer.allocate(8_200), wire.now);
    assertEquals(List.of(new Event.OutputReady(stream)), wire.events());
  }

  @Test
  void updateForAHalfClosedStreamIsIgnored() {
    wire.engine.finish(stream);
    wire.sent();
    wire.receive(wndInc(3, Integer.MAX_VALUE));
    assertNull(stream.outcome());
  }
}
