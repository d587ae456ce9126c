package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muxado.engine.Wire.data;
import static org.muxado.engine.Wire.rst;
import static org.muxado.engine.Wire.syn;
import static org.muxado.engine.Wire.wndInc;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muxado.frame.Frame;

/** Windows that grow with what the peer delivers, in virtual time. */
class WindowGrowthTest {

  private static final int INITIAL = EngineSettings.INITIAL_WINDOW_BYTES;
  private static final long ROUND_TRIP = 100_000_000L;

  private static Wire growing(int budgetBytes) {
    return new Wire(Role.SERVER, EngineSettings.builder().windowGrowthBytes(budgetBytes).build());
  }

  private static EngineStream stream(Wire wire, int id) {
    wire.receive(syn(id));
    EngineStream stream = wire.accept();
    wire.sent();
    return stream;
  }

  /** The peer sends all that its window allows, and it is read at once; returns the new window. */
  private static int burst(Wire wire, EngineStream stream, int window) {
    int left = window;
    while (left > 0) {
      int length = Math.min(left, 16_000);
      wire.receive(data(stream.id(), length));
      left -= length;
      wire.read(stream);
      granted(wire, stream);
    }
    return stream.receiveWindow.availableBytes();
  }

  private static int granted(Wire wire, EngineStream stream) {
    return wire.sent().stream()
        .filter(frame -> frame.streamId() == stream.id())
        .mapToInt(frame -> ((Frame.WndInc) frame).increment())
        .sum();
  }

  /** Bursts of whole windows, a round trip apart; returns the window in the end. */
  private static int bursts(Wire wire, EngineStream stream, int count) {
    int window = stream.receiveWindow.availableBytes();
    for (int i = 0; i < count; i++) {
      window = burst(wire, stream, window);
      wire.now += ROUND_TRIP;
    }
    return stream.receiveWindow.sizeBytes();
  }

  @Test
  void doublesForAPeerThatStopsForWindow() {
    Wire wire = growing(1 << 20);
    assertEquals(4 * INITIAL, bursts(wire, stream(wire, 3), 6));
  }

  @Test
  void growthGoesToThePeerAtOnce() {
    Wire wire = growing(1 << 20);
    EngineStream stream = stream(wire, 3);
    bursts(wire, stream, 2);
    fill(wire, stream);
    wire.read(stream);
    assertEquals(List.of(wndInc(3, INITIAL), wndInc(3, INITIAL)), wire.sent());
    assertEquals(2 * INITIAL, stream.receiveWindow.availableBytes());
  }

  @Test
  void keepsItsSizeWithoutABudget() {
    Wire wire = growing(0);
    assertEquals(INITIAL, bursts(wire, stream(wire, 3), 10));
  }

  @Test
  void neverGrowsBeyondTheBudget() {
    Wire wire = growing(3 * INITIAL);
    assertEquals(4 * INITIAL, bursts(wire, stream(wire, 3), 30));
  }

  @Test
  void steadyPeerKeepsItsWindow() {
    Wire wire = growing(1 << 20);
    EngineStream stream = stream(wire, 3);
    for (int i = 0; i < 200; i++) {
      wire.receive(data(3, 8_192));
      wire.read(stream);
      wire.sent();
      wire.now += ROUND_TRIP / 10;
    }
    assertEquals(INITIAL, stream.receiveWindow.sizeBytes());
  }

  @Test
  void slowReaderKeepsItsWindow() {
    Wire wire = growing(1 << 20);
    EngineStream stream = stream(wire, 3);
    burstUnread(wire, INITIAL);
    for (int i = 0; i < 50; i++) {
      ByteBuffer half = ByteBuffer.allocate(INITIAL / 2);
      wire.engine.read(stream, half);
      wire.sent();
      wire.now += ROUND_TRIP;
      burstUnread(wire, INITIAL / 2);
      wire.now += 10 * ROUND_TRIP;
    }
    assertEquals(INITIAL, stream.receiveWindow.sizeBytes());
  }

  private static void burstUnread(Wire wire, int octets) {
    for (int left = octets; left > 0; left -= 8_192) {
      wire.receive(data(3, 8_192));
    }
  }

  @Test
  void comesDownWhereAnotherNeedsTheBudget() {
    Wire wire = growing(3 * INITIAL);
    EngineStream first = stream(wire, 3);
    EngineStream second = stream(wire, 5);
    bursts(wire, first, 30);
    bursts(wire, second, 3);
    assertEquals(INITIAL, second.receiveWindow.sizeBytes());
    bursts(wire, first, 1);
    assertEquals(3 * INITIAL, first.receiveWindow.sizeBytes());
    assertEquals(2 * INITIAL, bursts(wire, second, 30));
  }

  @Test
  void comesDownByHalfOfWhatWasReadAtMost() {
    Wire wire = growing(7 * INITIAL);
    EngineStream first = stream(wire, 3);
    EngineStream second = stream(wire, 5);
    bursts(wire, first, 30);
    bursts(wire, second, 3);
    bursts(wire, first, 1);
    assertEquals(7 * INITIAL, first.receiveWindow.sizeBytes());
    assertEquals(2 * INITIAL, bursts(wire, second, 5));
    fill(wire, first);
    wire.engine.read(first, ByteBuffer.allocate(7 * INITIAL / 2));
    int withheld = 7 * INITIAL - first.receiveWindow.sizeBytes();
    assertEquals(granted(wire, first), withheld);
    assertTrue(withheld >= 7 * INITIAL / 4, () -> "withheld " + withheld);
  }

  /** The peer uses up its window. */
  private static void fill(Wire wire, EngineStream stream) {
    for (int left = stream.receiveWindow.availableBytes(); left > 0; left -= 8_192) {
      wire.receive(data(stream.id(), Math.min(left, 8_192)));
    }
  }

  @Test
  void endOfAStreamFreesItsGrowth() {
    Wire wire = growing(INITIAL);
    EngineStream first = stream(wire, 3);
    assertEquals(2 * INITIAL, bursts(wire, first, 5));
    wire.engine.reset(first, 7);
    assertEquals(2 * INITIAL, bursts(wire, stream(wire, 5), 5));
  }

  @Test
  void finFreesTheGrowthOnceAllIsRead() {
    Wire wire = growing(INITIAL);
    EngineStream first = stream(wire, 3);
    bursts(wire, first, 5);
    wire.receive(data(3, "unread", true));
    EngineStream second = stream(wire, 5);
    assertEquals(INITIAL, bursts(wire, second, 5));
    wire.read(first);
    assertEquals(2 * INITIAL, bursts(wire, second, 5));
  }

  @Test
  void finBehindTheLastOctetReadFreesTheGrowth() {
    Wire wire = growing(INITIAL);
    bursts(wire, stream(wire, 3), 5);
    wire.receive(data(3, "", true));
    assertEquals(2 * INITIAL, bursts(wire, stream(wire, 5), 5));
  }

  @Test
  void closingWithOctetsUnreadFreesTheGrowth() {
    Wire wire = growing(INITIAL);
    EngineStream first = stream(wire, 3);
    bursts(wire, first, 5);
    wire.receive(data(3, "unread", true));
    wire.engine.close(first, wire.now);
    assertEquals(2 * INITIAL, bursts(wire, stream(wire, 5), 5));
  }

  @Test
  void shuttingInputWithOctetsUnreadFreesTheGrowth() {
    Wire wire = growing(INITIAL);
    EngineStream first = stream(wire, 3);
    bursts(wire, first, 5);
    wire.receive(data(3, "unread", true));
    wire.engine.shutdownInput(first);
    assertEquals(2 * INITIAL, bursts(wire, stream(wire, 5), 5));
  }

  @Test
  void shuttingInputOfAFailedStreamFreesTheGrowth() {
    Wire wire = growing(INITIAL);
    EngineStream first = stream(wire, 3);
    bursts(wire, first, 5);
    wire.receive(data(3, "unread"), rst(3, 7));
    wire.engine.shutdownInput(first);
    assertEquals(2 * INITIAL, bursts(wire, stream(wire, 5), 5));
  }
}
