package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muxado.engine.Wire.SECOND;
import static org.muxado.engine.Wire.data;
import static org.muxado.engine.Wire.goAway;
import static org.muxado.engine.Wire.rst;
import static org.muxado.engine.Wire.syn;
import static org.muxado.engine.Wire.wndInc;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muxado.frame.ErrorCode;
import org.muxado.frame.Frame;

class GoAwayTest {

  private static final ByteBuffer WHY = ByteBuffer.wrap(new byte[] {'w', 'h', 'y'});

  private final Wire server = Wire.server();

  @Test
  void saysTheHighestStreamThatWasHandedOver() {
    server.receive(syn(3), syn(5), syn(7));
    server.accept();
    server.accept();
    server.engine.goAway(ErrorCode.INTERNAL_ERROR, WHY);
    assertEquals(List.of(goAway(5, 2, "why")), server.sent());
    assertEquals(3, WHY.remaining());
  }

  @Test
  void saysZeroWhereNothingWasHandedOver() {
    server.receive(syn(3));
    server.engine.goAway(0, WHY);
    assertEquals(List.of(goAway(0, 0, "why")), server.sent());
    assertNull(server.engine.accept());
  }

  @Test
  void leftOutStreamsAreDiscardedAndLaterSynsRefused() {
    server.receive(syn(3), syn(5));
    EngineStream kept = server.accept();
    server.engine.goAway(0, WHY);
    server.sent();
    server.receive(data(5, "x"), data(5, "", true), syn(7), data(7, "x"), data(3, "on"));
    assertEquals(List.of(rst(7, ErrorCode.REFUSED_STREAM)), server.sent());
    assertEquals("on", server.read(kept));
    assertNull(server.engine.accept());
  }

  @Test
  void senderMayStillOpen() {
    server.engine.goAway(0, WHY);
    server.sent();
    server.open();
    assertEquals(List.of(syn(2)), server.sent());
  }

  @Test
  void cutsALongDebugText() {
    server.engine.goAway(0, ByteBuffer.allocate(20_000));
    Frame.GoAway sent = (Frame.GoAway) server.sent().get(0);
    assertEquals(1_024, sent.debug().remaining());
    assertFalse(server.engine.wantsOutput());
  }

  @Test
  void refusesUndefinedCodes() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> server.engine.goAway(8, WHY));
    assertEquals(
        "GOAWAY cannot be sent with code 8; allowed are 0 (NO_ERROR) to 7 (CANCEL)",
        refused.getMessage());
    assertFalse(server.engine.wantsOutput());
  }

  @Test
  void receiverOpensNoMoreAndCarriesOn() {
    Wire client = Wire.client();
    EngineStream kept = client.open();
    EngineStream out = client.open();
    client.sent();
    client.receive(goAway(3, 5, "bye"));
    assertEquals(
        List.of(new Event.GoAwayReceived(3, 5)), client.events(Event.GoAwayReceived.class));
    assertEquals(
        new Outcome(
            EndKind.GONE_AWAY,
            5,
            RetryVerdict.NOT_PROCESSED,
            "stream 5: left out by GOAWAY with FRAME_SIZE_ERROR"),
        out.outcome());
    Outcome refusal = client.refusal();
    assertEquals(EndKind.GONE_AWAY, refusal.kind());
    assertEquals(5, refusal.code());
    assertEquals(RetryVerdict.NOT_PROCESSED, refusal.retry());
    assertTrue(refusal.message().contains("FRAME_SIZE_ERROR"), refusal.message());
    client.write(kept, "on");
    assertEquals(List.of(data(3, "on")), client.sent());
    client.receive(syn(2), data(5, "late"));
    assertEquals(2, client.accept().id());
    assertEquals(List.of(), client.sent());
  }

  @Test
  void leftOutStreamThatWasHeardIsUnknown() {
    Wire client = Wire.client();
    EngineStream a = client.open();
    EngineStream b = client.open();
    EngineStream c = client.open();
    client.sent();
    client.receive(data(3, "", true), wndInc(5, 1), data(7, ""), goAway(0, 0, ""));
    assertEquals(RetryVerdict.UNKNOWN, a.outcome().retry());
    assertEquals(RetryVerdict.UNKNOWN, b.outcome().retry());
    assertEquals(RetryVerdict.UNKNOWN, c.outcome().retry());
    assertEquals("EOF", client.read(a));
  }

  @Test
  void synThatWaitsIsDroppedEvenBelowTheLastId() {
    Wire client = Wire.client();
    EngineStream waiting = client.open();
    client.receive(goAway(Integer.MAX_VALUE, 0, ""));
    assertEquals(RetryVerdict.NOT_PROCESSED, waiting.outcome().retry());
    assertEquals(EndKind.GONE_AWAY, waiting.outcome().kind());
    assertEquals(List.of(), client.sent());
  }

  @Test
  void laterGoAwayMayLowerTheLastId() {
    Wire client = Wire.client();
    EngineStream stream = client.open();
    client.sent();
    client.receive(goAway(Integer.MAX_VALUE, 0, ""), goAway(4, 0, ""), goAway(4, 0, ""));
    assertNull(stream.outcome());
    client.receive(goAway(2, 0, ""));
    assertEquals(EndKind.GONE_AWAY, stream.outcome().kind());
  }

  @Test
  void risingLastIdEndsTheSession() {
    Wire client = Wire.client().receive(goAway(4, 0, ""), goAway(5, 0, ""));
    Termination end = client.engine.termination();
    assertEquals(ErrorCode.PROTOCOL_ERROR, end.code());
    assertEquals("GOAWAY with last stream id 5 came after 4 [GOAWAY-25]", end.message());
  }

  @Test
  void peersStreamsAreNotLeftOutByItsOwnGoAway() {
    server.receive(syn(3));
    EngineStream stream = server.accept();
    server.receive(goAway(0, 0, ""), data(3, "on"));
    assertEquals("on", server.read(stream));
    assertNull(stream.outcome());
  }

  @Test
  void extensionStreamsCountAsHandedOver() {
    Set<Integer> types = Set.of(0xFFFFFF00);
    Wire wire = new Wire(Role.SERVER, EngineSettings.builder().extensions(types).build());
    wire.receive(syn(3), new Frame.Syn(5, 0, 0xFFFFFF00, false));
    wire.engine.goAway(0, ByteBuffer.allocate(0));
    assertEquals(List.of(goAway(5, 0, "")), wire.sent());
    assertEquals(3, wire.accept().id());
  }

  @Test
  void drainWaitsForItsDelay() {
    server.receive(syn(3));
    server.engine.drain(0);
    assertEquals(List.of(goAway(Integer.MAX_VALUE, 0, "")), server.sent());
    server.receive(syn(5));
    EngineStream first = server.accept();
    EngineStream second = server.accept();
    assertEquals(SECOND, server.engine.nanosToNextDeadline(0));
    assertEquals(List.of(), server.at(SECOND - 1).sent());
    assertEquals(List.of(goAway(5, 0, "")), server.at(SECOND).sent());
    assertEquals(Long.MAX_VALUE, server.engine.nanosToNextDeadline(SECOND));
    assertEquals(List.of(), server.events(Event.Drained.class));
    server.engine.reset(first, ErrorCode.CANCEL);
    server.engine.reset(second, ErrorCode.CANCEL);
    assertEquals(1, server.events(Event.Drained.class).size());
    server.at(9 * SECOND);
    assertEquals(0, server.events(Event.Drained.class).size());
  }

  @Test
  void drainIsStartedOnce() {
    server.engine.drain(0);
    server.engine.drain(1);
    assertEquals(1, server.sent().size());
    assertEquals(1, server.at(SECOND).events(Event.Drained.class).size());
    server.sent();
    server.engine.drain(2 * SECOND);
    assertEquals(List.of(), server.sent());
  }

  @Test
  void drainDoesNotRaiseAnEarlierLastId() {
    server.receive(syn(3));
    server.accept();
    server.engine.goAway(0, ByteBuffer.allocate(0));
    server.engine.drain(0);
    assertEquals(List.of(goAway(3, 0, ""), goAway(3, 0, "")), server.sent());
  }

  private static Wire draining(long drainNanos) {
    return new Wire(Role.SERVER, EngineSettings.builder().drainNanos(drainNanos).build());
  }

  @Test
  void drainWithoutDelayIsDoneAtOnce() {
    Wire wire = draining(0);
    wire.engine.drain(0);
    assertEquals(List.of(new Event.Drained()), wire.events());
  }

  @Test
  void closingTheLastStreamCompletesTheDrain() {
    Wire wire = draining(0).receive(syn(3));
    EngineStream stream = wire.accept();
    wire.engine.finish(stream);
    wire.sent();
    wire.receive(data(3, "unread"));
    wire.engine.drain(0);
    assertEquals(List.of(), wire.events(Event.Drained.class));
    wire.engine.close(stream, 0);
    assertEquals(1, wire.events(Event.Drained.class).size());
  }

  @Test
  void closingSessionDrainsNoFurther() {
    Wire wire = draining(SECOND / 2);
    EngineStream stream = wire.open();
    wire.write(stream, "x".repeat(65_536));
    wire.sent();
    wire.write(stream, "stuck");
    wire.engine.drain(0);
    wire.sent();
    wire.engine.closeSession(0);
    assertEquals(SECOND, wire.engine.nanosToNextDeadline(0));
    assertEquals(List.of(), wire.at(SECOND / 2).sent());
  }

  @Test
  void drainThatWaitsForStreamsHasNoTimer() {
    Wire wire = draining(SECOND);
    wire.open();
    wire.sent();
    wire.engine.drain(0);
    wire.at(SECOND).sent();
    assertEquals(Long.MAX_VALUE, wire.engine.nanosToNextDeadline(SECOND));
  }
}
