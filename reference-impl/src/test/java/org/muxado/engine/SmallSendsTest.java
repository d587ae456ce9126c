package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muxado.engine.Wire.data;
import static org.muxado.engine.Wire.wndInc;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muxado.frame.Frame;

/** A tiny window is not used octet by octet, and not for ever left unused (FLOW-12, FLOW-13). */
class SmallSendsTest {

  private static final long MILLI = 1_000_000L;

  private final Wire wire = Wire.client();
  private final EngineStream stream = wire.open();

  /** Uses up the window; this many octets are queued then. */
  private void queue(int octets) {
    wire.engine.write(stream, ByteBuffer.allocate(65_536));
    wire.sent();
    wire.write(stream, "x".repeat(octets));
    assertEquals(List.of(), wire.sent());
  }

  @Test
  void holdsSmallDataForAMoment() {
    queue(50);
    wire.receive(wndInc(3, 1));
    assertEquals(List.of(), wire.sent());
    assertEquals(100 * MILLI, wire.engine.nanosToNextDeadline(0));
    assertEquals(List.of(), wire.at(100 * MILLI - 1).sent());
    assertEquals(List.of(data(3, 1)), wire.at(100 * MILLI).sent());
    assertEquals(Long.MAX_VALUE, wire.engine.nanosToNextDeadline(100 * MILLI));
  }

  @Test
  void windowForAllThatIsQueuedIsUsedAtOnce() {
    queue(50);
    wire.receive(wndInc(3, 49));
    assertEquals(List.of(), wire.sent());
    wire.receive(wndInc(3, 1));
    assertEquals(List.of(data(3, 50)), wire.sent());
    assertEquals(Long.MAX_VALUE, wire.engine.nanosToNextDeadline(0));
  }

  @Test
  void windowOf1024OctetsIsUsedAtOnce() {
    queue(5_000);
    wire.receive(wndInc(3, 1_023));
    assertEquals(List.of(), wire.sent());
    wire.receive(wndInc(3, 1));
    assertEquals(List.of(data(3, 1_024)), wire.sent());
  }

  @Test
  void momentCountsFromTheFirstOctetOfWindow() {
    queue(50);
    wire.receive(wndInc(3, 1));
    wire.now = 60 * MILLI;
    wire.receive(wndInc(3, 1));
    assertEquals(40 * MILLI, wire.engine.nanosToNextDeadline(60 * MILLI));
    assertEquals(List.of(data(3, 2)), wire.at(100 * MILLI).sent());
    wire.now = 150 * MILLI;
    wire.receive(wndInc(3, 1));
    assertEquals(100 * MILLI, wire.engine.nanosToNextDeadline(150 * MILLI));
  }

  @Test
  void restOfAWindowIsHeldToo() {
    wire.write(stream, "x".repeat(65_000));
    wire.sent();
    wire.write(stream, "y".repeat(600)); // the window has 536 octets left
    assertEquals(List.of(), wire.sent());
    wire.receive(wndInc(3, 64));
    assertEquals(List.of(data(3, "y".repeat(600), false)), wire.sent());
  }

  @Test
  void restBehindAFullFrameIsHeldAndSent() {
    wire.write(stream, "x".repeat(8_192 - 500));
    wire.sent();
    wire.write(stream, "y".repeat(65_536));
    assertEquals(7, wire.sent().size()); // full frames; the window has 500 octets left
    assertEquals(List.of(data(3, "y".repeat(500))), wire.at(100 * MILLI).sent());
  }

  @Test
  void finNeedsNoWindowAndIsNotHeld() {
    wire.engine.write(stream, ByteBuffer.allocate(65_536));
    wire.sent();
    wire.engine.finish(stream);
    assertEquals(List.of(data(3, "", true)), wire.sent());
  }

  @Test
  void streamThatEndsIsHeldNoMore() {
    queue(50);
    wire.receive(wndInc(3, 1));
    wire.engine.reset(stream, 7);
    wire.sent();
    assertEquals(Long.MAX_VALUE, wire.engine.nanosToNextDeadline(0));
    assertEquals(List.of(), wire.at(100 * MILLI).sent());
  }

  /** Used to be one frame for each octet. */
  @Test
  void dribbleCostsFewFramesOfOneOctet() {
    queue(20_000);
    int frames = 0;
    int ofOneOctet = 0;
    for (int i = 1; i <= 2_000; i++) {
      wire.now = i * MILLI; // a grant of one octet each millisecond
      wire.receive(wndInc(3, 1));
      wire.at(wire.now);
      for (Frame frame : wire.sent()) {
        frames++;
        ofOneOctet += ((Frame.Data) frame).payload().remaining() == 1 ? 1 : 0;
      }
    }
    assertTrue(frames >= 19, "frames: " + frames); // none is held longer than 100 ms
    assertTrue(ofOneOctet * 20 <= frames, ofOneOctet + " of " + frames);
  }
}
