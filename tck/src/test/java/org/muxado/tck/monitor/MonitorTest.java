package org.muxado.tck.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muxado.spec.Requirements;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.Role;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.WireFrame;

/** What the monitor finds, and what it must let pass. The implementation plays the client. */
class MonitorTest {

  private static final Requirements RULES = Requirements.load();
  private static final int HEARTBEAT = 0xFFFFFEFF;

  private final Ledger ledger = new Ledger(Role.CLIENT, 0);
  private Monitor monitor = new Monitor(ledger, PeerOptions.DEFAULTS);

  private MonitorTest from(Frame frame) {
    return fromWire(frame.toWire());
  }

  private MonitorTest fromWire(WireFrame wire) {
    monitor.received(wire);
    Frame.of(wire).ifPresent(ledger::received);
    return this;
  }

  private MonitorTest kit(Frame frame) {
    ledger.sent(frame);
    return this;
  }

  private MonitorTest fence() {
    ledger.processed();
    return this;
  }

  private MonitorTest accepted(int stream) {
    monitor.handedOver(stream);
    ledger.handedOver(stream);
    return this;
  }

  private void finds(String... requirements) {
    assertEquals(
        List.of(requirements), monitor.findings().stream().map(Finding::requirement).toList());
    monitor
        .findings()
        .forEach(f -> assertTrue(RULES.find(f.requirement()).isPresent(), f::toString));
  }

  private static Frame.Syn syn(int stream) {
    return new Frame.Syn(stream, 0, 0, false);
  }

  private static Frame.Data data(int stream, int octets, boolean fin) {
    return new Frame.Data(stream, new byte[octets], fin);
  }

  private static Frame.Rst rst(int stream, int code) {
    return new Frame.Rst(stream, code);
  }

  private static Frame.GoAway goAway(int last, int code) {
    return new Frame.GoAway(last, code, new byte[0]);
  }

  @Test
  void letsAnOrderlySessionPass() {
    from(syn(3)).from(data(3, 10, false)).from(syn(7)).from(data(3, 0, true));
    from(new Frame.WndInc(3, 100)).from(rst(7, 7));
    kit(syn(2)).accepted(2).from(data(2, 16_000, false)).from(goAway(2, 0));
    finds();
  }

  @Test
  void findsIdsThatAreNotItsOwn() {
    from(syn(4)).finds("ID-1");
  }

  @Test
  void findsIdOne() {
    from(syn(1)).finds("ID-3");
  }

  @Test
  void findsIdsThatDoNotRise() {
    from(syn(5)).from(syn(3)).finds("ID-4");
  }

  @Test
  void findsFramesBeforeTheSyn() {
    from(data(3, 1, false)).finds("ID-15");
  }

  @Test
  void findsFramesOnStreamsOfTheKitThatDoNotExist() {
    from(new Frame.WndInc(2, 1)).finds("LIFE-47");
  }

  @Test
  void letsAnAnswerOnASkippedStreamPass() {
    kit(syn(4)).kit(data(2, 1, false)).from(rst(2, 4)).finds();
  }

  @Test
  void findsDataBeyondTheWindow() {
    from(syn(3));
    for (int i = 0; i < 4; i++) {
      from(data(3, 16_383, false));
    }
    from(data(3, 4, false)).finds();
    from(data(3, 0, false)).finds();
    from(data(3, 1, false)).finds("FLOW-3");
  }

  @Test
  void countsTheGrantsOfTheKit() {
    from(syn(3)).kit(new Frame.WndInc(3, 1));
    for (int i = 0; i < 4; i++) {
      from(data(3, 16_383, false));
    }
    from(data(3, 5, false)).finds();
  }

  @Test
  void findsAWindowBeyondTheLimit() {
    kit(syn(2)).from(new Frame.WndInc(2, Integer.MAX_VALUE - 65_536)).finds();
    from(new Frame.WndInc(2, 1)).finds("WND-3");
  }

  @Test
  void findsWndIncAfterAFinThatWasReceived() {
    kit(syn(2)).kit(data(2, 1, true)).from(new Frame.WndInc(2, 1)).finds();
    fence().from(new Frame.WndInc(2, 1)).finds("WND-7");
  }

  @Test
  void findsDataAfterItsFin() {
    from(syn(3)).from(data(3, 1, true)).from(data(3, 0, true)).finds("LIFE-26");
  }

  @Test
  void findsDataAfterSynWithFin() {
    from(new Frame.Syn(3, 0, 0, true)).from(data(3, 0, false)).finds("LIFE-26");
  }

  @Test
  void findsFramesAfterItsRst() {
    from(syn(3)).from(rst(3, 7)).from(data(3, 1, false)).finds("LIFE-28");
  }

  @Test
  void findsASecondRst() {
    from(syn(3)).from(rst(3, 7)).from(rst(3, 7)).finds("LIFE-28");
  }

  @Test
  void findsAnAnswerToDataOnAResetStream() {
    kit(syn(2)).from(rst(2, 7)).kit(data(2, 1, false)).from(rst(2, 4)).finds("LIFE-14");
  }

  @Test
  void letsAnAnswerToEmptyDataPass() {
    kit(syn(2)).from(rst(2, 7)).kit(data(2, 0, true)).from(rst(2, 4)).finds();
  }

  @Test
  void letsAnswersOnAStreamThatTheKitResetPass() {
    kit(syn(2)).kit(rst(2, 7)).kit(data(2, 1, false)).kit(data(2, 1, false));
    from(rst(2, 4)).from(rst(2, 4)).finds();
  }

  @Test
  void findsFramesAfterAnRstThatWasReceived() {
    from(syn(3)).kit(rst(3, 7)).from(data(3, 1, false)).finds();
    fence().from(data(3, 1, false)).finds("LIFE-28");
  }

  @Test
  void findsARisingGoAway() {
    kit(syn(2)).accepted(2).from(goAway(2, 0)).kit(syn(4)).accepted(4).from(goAway(4, 0));
    finds("GOAWAY-8", "GOAWAY-24");
  }

  @Test
  void findsAGoAwayBelowWhatWasHandedOver() {
    kit(syn(2)).accepted(2).from(goAway(0, 0)).finds("GOAWAY-6");
  }

  @Test
  void findsAGoAwayAboveWhatWasHandedOver() {
    kit(syn(2)).kit(syn(4)).accepted(2).from(goAway(4, 0)).finds("GOAWAY-7");
  }

  @Test
  void letsADrainAndExtensionsPass() {
    kit(new Frame.Syn(2, 0, HEARTBEAT, false));
    from(goAway(Integer.MAX_VALUE, 0)).from(goAway(2, 0)).finds();
  }

  @Test
  void letsAFreeParityPass() {
    kit(syn(2)).accepted(2).from(goAway(3, 0)).finds();
  }

  @Test
  void findsFramesBehindASessionError() {
    from(goAway(0, 1));
    monitor.sessionErrorSaid();
    from(syn(3)).finds("ERR-12");
  }

  @Test
  void findsASynAfterAGoAwayThatWasReceived() {
    kit(goAway(0, 0)).from(syn(3)).finds();
    fence().from(syn(5)).finds("GOAWAY-16");
  }

  @Test
  void findsARefusalOfItsOwnStream() {
    from(syn(3)).from(rst(3, 6)).finds("ERR-16");
  }

  @Test
  void findsARefusalAfterHandingOverAndBefore() {
    kit(syn(2)).accepted(2).from(rst(2, 6)).finds("ERR-16");
    monitor = new Monitor(ledger, PeerOptions.DEFAULTS);
    kit(syn(4)).from(rst(4, 6)).accepted(4).finds("ERR-16");
  }

  @Test
  void findsTwoHeartbeatsAndAWrongPriority() {
    from(new Frame.Syn(3, Integer.MAX_VALUE, HEARTBEAT, false)).finds();
    from(new Frame.Syn(5, 1, HEARTBEAT, false)).finds("HB-3", "HB-6");
  }

  @Test
  void findsExtensionsThatAreNotRegistered() {
    from(new Frame.Syn(3, 0, 0xFFFFFF00, false)).finds("EXT-2");
  }

  @Test
  void findsPriThatWasNotAllowed() {
    from(syn(3)).from(new Frame.Pri(3, 1)).finds("PRI-2");
  }

  @Test
  void findsFramesThatTheQuirksForbid() {
    PeerOptions quirks = new PeerOptions(100, null, Set.of(), true, true, 0, Map.of(), null);
    monitor = new Monitor(ledger, quirks);
    from(new Frame.Syn(3, 0, 0, true)).from(new Frame.Pri(3, 1)).finds("QUIRK-4", "QUIRK-6");
  }

  @Test
  void findsFramesThatNoSenderMayWrite() {
    fromWire(syn(3).toWire().withReserved(1)).finds("FRAME-3");
    fromWire(data(3, 1, false).toWire().withExtraFlags(8)).finds("FRAME-3", "FRAME-5");
  }

  @Test
  void findsOctetsBehindTheLastFrame() {
    monitor.endedInside(new byte[0]);
    finds();
    monitor.endedInside(new byte[3]);
    finds("FRAME-2");
  }
}
