package org.muxado.tck.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.tck.broken.BrokenImplementation;
import org.muxado.tck.monitor.Ledger;
import org.muxado.tck.monitor.Monitor;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.Role;
import org.muxado.tck.transcript.Transcript;
import org.muxado.tck.verdict.Verdict;
import org.muxado.tck.wire.MemoryWire;
import org.muxado.vectors.conversation.Conversation;
import org.muxado.vectors.conversation.Conversation.Chunking;
import org.muxado.vectors.wire.Frame;

/** No implementation keeps the kit waiting for ever, however busy it is; each used to. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WaiterTest {

  private static final long WATCHDOG_NANOS = 500_000_000;

  private final Signal signal = new Signal();
  private final MemoryWire wire = new MemoryWire(1 << 20, () -> {});
  private final Ledger ledger = new Ledger(Role.CLIENT, 0);
  private final Exchange exchange =
      new Exchange(
          wire,
          Chunking.WHOLE,
          false,
          ledger,
          new Monitor(ledger, PeerOptions.DEFAULTS),
          new Transcript());
  private final Waiter waiter = new Waiter(signal, exchange, WATCHDOG_NANOS);

  private boolean somethingElseHappens() {
    signal.raise();
    return false;
  }

  @Test
  void whatElseHappensDoesNotPutOffTheDeadline() {
    CaseStopped stopped =
        assertThrows(
            CaseStopped.class, () -> waiter.until(this::somethingElseHappens, () -> "a frame"));
    assertEquals("a frame; nothing for 500 ms", stopped.getMessage());
    assertEquals(Verdict.HUNG, stopped.verdict());
  }

  @Test
  void saysThatOtherFramesCame() throws IOException {
    wire.implementationEnd().out().write(new Frame.Syn(3, 0, 0, false).toWire().encode());
    CaseStopped stopped =
        assertThrows(CaseStopped.class, () -> waiter.until(() -> false, () -> "a frame"));
    assertEquals("a frame; only other frames within 500 ms: 1", stopped.getMessage());
  }

  @Test
  void allWaitsOfAStepShareADeadline() {
    CaseStopped stopped = assertThrows(CaseStopped.class, this::waitOverAndOver);
    assertEquals("more; the step has not ended within 5000 ms", stopped.getMessage());
    waiter.beginStep();
    waiter.until(() -> true, () -> "the next step goes on");
  }

  private void waitOverAndOver() {
    while (true) {
      waiter.until(() -> true, () -> "more");
    }
  }

  @Test
  void framesOfACaseAreLimited() throws IOException {
    byte[] frame = new Frame.WndInc(1, 1).toWire().encode();
    for (int i = 0; i < Exchange.MAX_FRAMES; i++) {
      wire.implementationEnd().out().write(frame);
      exchange.pump();
    }
    wire.implementationEnd().out().write(frame);
    assertEquals(
        "at most 250000 frames in one case; one more",
        assertThrows(CaseStopped.class, exchange::pump).getMessage());
  }

  @Test
  void anEchoReadWithoutOctetsFails() {
    Conversation echo = Cases.of("fence: echo");
    List<String> lines =
        Cases.lines(
            Cases.playPatiently(
                BrokenImplementation.READS_NOTHING, echo, Role.CLIENT, Chunking.WHOLE));
    assertEquals(List.of("FAIL at step 1: at least 1 and at most 8 octets | 0 octets"), lines);
  }

  @Test
  void aFloodDoesNotKeepEventuallyWaiting() {
    Conversation eventually =
        Cases.withHead("echo: false", "expect: {eventually: {RST: {stream: 3}}}");
    List<String> lines = Cases.lines(Cases.play(BrokenImplementation.FLOODS, eventually));
    assertTrue(lines.get(0).contains(" at step 1: "), lines::toString);
  }
}
