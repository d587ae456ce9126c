package org.muxado.tck.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muxado.tck.monitor.Finding;
import org.muxado.tck.monitor.Ledger;
import org.muxado.tck.monitor.Monitor;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.Role;
import org.muxado.tck.transcript.Transcript;
import org.muxado.tck.wire.MemoryWire;
import org.muxado.vectors.conversation.Conversation.Chunking;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.WireFrame;
import org.muxado.vectors.wire.WireReader;

/** The kit's side of a wire whose other end the test holds. */
class ExchangeTest {

  private static final int HEARTBEAT = 0xFFFFFEFF;

  private final MemoryWire wire = new MemoryWire(1 << 20, () -> {});
  private final Ledger ledger = new Ledger(Role.CLIENT, 0);
  private final Monitor monitor = new Monitor(ledger, PeerOptions.DEFAULTS);
  private final Transcript transcript = new Transcript();
  private final Exchange exchange = exchange(Chunking.WHOLE);

  private Exchange exchange(Chunking chunking) {
    return new Exchange(wire, chunking, false, ledger, monitor, transcript);
  }

  private void write(byte[] octets) throws IOException {
    wire.implementationEnd().out().write(octets);
    exchange.pump();
  }

  private List<WireFrame> arrived() throws IOException {
    byte[] into = new byte[1024];
    int count = wire.implementationEnd().in().read(into);
    return new WireReader().feed(into, 0, count);
  }

  private static byte[] octets(Frame frame) {
    return frame.toWire().encode();
  }

  private static Frame beat(int stream) {
    return new Frame.Data(stream, new byte[] {1, 2, 3, 4}, false);
  }

  @Test
  void echoesHeartbeatsUntilTheCaseClaimsThem() throws IOException {
    write(octets(new Frame.Syn(3, Integer.MAX_VALUE, HEARTBEAT, false)));
    write(octets(beat(3)));
    assertEquals(List.of(beat(3).toWire()), arrived());
    exchange.background().claim(3);
    write(octets(beat(3)));
    assertEquals(0, wire.implementationEnd().in().available());
  }

  @Test
  void readsNothingWhileTheGateIsShut() throws IOException {
    exchange.setGateShut(true);
    write(octets(new Frame.Syn(3, 0, 0, false)));
    assertEquals(0, exchange.received().size());
    exchange.setGateShut(false);
    exchange.pump();
    assertEquals(1, exchange.received().size());
  }

  @Test
  void readsFramesThatComeInPieces() throws IOException {
    byte[] syn = octets(new Frame.Syn(3, 5, 0, false));
    write(new byte[] {syn[0], syn[1], syn[2]});
    assertEquals(0, exchange.received().size());
    write(Arrays.copyOfRange(syn, 3, syn.length));
    assertEquals(new Frame.Syn(3, 5, 0, false), exchange.received().get(0).frame());
  }

  @Test
  void aTruncatedGoAwayCountsAndIsFound() throws IOException {
    byte[] goAway = new Frame.GoAway(0, 1, new byte[0]).toWire().withLength(30).encode();
    write(goAway);
    assertEquals(0, exchange.received().size());
    wire.implementationEnd().out().close();
    exchange.pump();
    assertEquals(new Frame.GoAway(0, 1, new byte[0]), exchange.received().get(0).frame());
    assertEquals(
        List.of(
            new Finding(
                "FRAME-2",
                "the output ended 16 octets into GOAWAY last 0 PROTOCOL_ERROR (length says 30)")),
        monitor.findings());
    assertTrue(exchange.isOutputEnded());
  }

  @Test
  void aHangInsideAFrameNamesTheFrame() throws IOException {
    write(new Frame.GoAway(3, 0, new byte[0]).toWire().withLength(30).encode());
    Waiter waiter = new Waiter(new Signal(), exchange, 100_000_000);
    CaseStopped hung =
        assertThrows(CaseStopped.class, () -> waiter.until(() -> false, () -> "a frame"));
    assertEquals(
        "a frame; nothing for 100 ms inside GOAWAY last 3 NO_ERROR (length says 30)",
        hung.getMessage());
  }

  @Test
  void aBreakInsideAFrameIsNoFault() throws IOException {
    write(new byte[] {0, 1});
    exchange.breakNow();
    exchange.pump();
    assertTrue(exchange.isOutputEnded());
    assertEquals(List.of(), monitor.findings());
  }

  @Test
  void coalescingHoldsWritesUntilTheyAreFlushed() throws IOException {
    Exchange coalescing = exchange(Chunking.COALESCED);
    coalescing.add(octets(new Frame.Syn(2, 0, 0, false)));
    coalescing.endWrite();
    assertEquals(0, wire.implementationEnd().in().available());
    coalescing.add(octets(beat(2)));
    coalescing.endWrite();
    coalescing.flush();
    assertEquals(2, arrived().size());
  }

  @Test
  void keepsTheLedgerOfBothSides() throws IOException {
    exchange.send(new Frame.Syn(2, 0, 0, false));
    exchange.send(new Frame.Data(2, new byte[100], false));
    write(octets(new Frame.WndInc(2, 7)));
    assertEquals(65_536 - 100 + 7, ledger.windowForKit(2));
    assertEquals(100, ledger.octetsFromKit(2));
    assertEquals(4, ledger.nextFromKit());
  }

  @Test
  void theTranscriptRemarksOnTheBackground() throws IOException {
    write(octets(new Frame.Syn(3, Integer.MAX_VALUE, HEARTBEAT, false)));
    assertTrue(transcript.render().contains("# background"), transcript.render());
  }

  @Test
  void octetsOfAFrameInPartAreShown() {
    exchange.add(new byte[] {0, 1, 2});
    assertTrue(exchange.isInsideOwnFrame());
    assertTrue(transcript.render().contains("a frame in part: 000102"), transcript.render());
  }
}
