package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.muxado.engine.Wire.SECOND;
import static org.muxado.engine.Wire.data;
import static org.muxado.engine.Wire.goAway;
import static org.muxado.engine.Wire.rst;
import static org.muxado.engine.Wire.syn;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muxado.engine.Termination.Cause;
import org.muxado.frame.ErrorCode;
import org.muxado.frame.Frame;

class HeartbeatTest {

  private static final int TYPE = EngineSettings.HEARTBEAT_TYPE;
  private static final Frame.Syn HEARTBEAT = new Frame.Syn(3, Integer.MAX_VALUE, TYPE, false);

  private static Wire beating(Role role) {
    HeartbeatTiming timing = new HeartbeatTiming(3 * SECOND, 10 * SECOND);
    return new Wire(role, EngineSettings.builder().heartbeat(timing).build());
  }

  private final Wire wire = beating(Role.CLIENT);

  private static Frame.Data beat(int id, int value) {
    return new Frame.Data(id, false, ByteBuffer.allocate(4).putInt(0, value));
  }

  @Test
  void opensItsStreamFirstAndAtTheHighestPriority() {
    wire.open();
    assertEquals(List.of(HEARTBEAT, syn(5)), wire.sent());
  }

  @Test
  void sendsFourOctetsEachInterval() {
    wire.sent();
    assertEquals(3 * SECOND, wire.engine.nanosToNextDeadline(0));
    assertEquals(List.of(), wire.at(3 * SECOND - 1).sent());
    assertEquals(List.of(beat(3, 1)), wire.at(3 * SECOND).sent());
    wire.at(4 * SECOND).receive(beat(3, 1));
    assertEquals(
        List.of(new Event.HeartbeatRoundTrip(SECOND)), wire.events(Event.HeartbeatRoundTrip.class));
    assertEquals(List.of(), wire.at(6 * SECOND - 1).sent());
    assertEquals(List.of(beat(3, 2)), wire.at(6 * SECOND).sent());
  }

  @Test
  void sendsNoneWhileOneIsUnanswered() {
    wire.sent();
    wire.at(3 * SECOND).sent();
    assertEquals(List.of(), wire.at(6 * SECOND).sent());
    assertEquals(7 * SECOND, wire.engine.nanosToNextDeadline(6 * SECOND));
    wire.receive(beat(3, 1));
    assertEquals(0, wire.engine.nanosToNextDeadline(6 * SECOND));
    assertEquals(List.of(beat(3, 2)), wire.at(6 * SECOND).sent());
  }

  @Test
  void missingEchoClosesTheSession() {
    EngineStream stream = wire.open();
    wire.sent();
    wire.at(13 * SECOND - 1).sent();
    assertNull(wire.engine.termination());
    wire.at(13 * SECOND);
    String text = "heartbeat was not answered";
    assertEquals(
        new Termination(Cause.HEARTBEAT, false, 0, -1, "", text), wire.engine.termination());
    assertEquals(List.of(goAway(0, 0, text)), wire.sent());
    assertEquals(RetryVerdict.UNKNOWN, stream.outcome().retry());
    wire.at(14 * SECOND);
    assertEquals(1, wire.events(Event.DropTransport.class).size());
  }

  @Test
  void missingEchoCountsAlsoIfNothingCouldBeWritten() {
    wire.at(3 * SECOND);
    wire.at(13 * SECOND);
    assertEquals(Cause.HEARTBEAT, wire.engine.termination().cause());
  }

  @Test
  void anyFrameIsASignOfLife() {
    wire.sent();
    wire.at(3 * SECOND).sent();
    wire.at(10 * SECOND).receive(syn(2));
    wire.at(23 * SECOND - 1);
    assertNull(wire.engine.termination());
    wire.at(23 * SECOND);
    assertNotNull(wire.engine.termination());
  }

  @Test
  void echoInPiecesIsRight() {
    wire.sent();
    wire.at(3 * SECOND).sent();
    wire.receive(data(3, "\0\0"), data(3, "\0"), data(3, "\1"));
    assertEquals(1, wire.events(Event.HeartbeatRoundTrip.class).size());
  }

  @Test
  void wrongEchoEndsTheSession() {
    wire.sent();
    wire.at(3 * SECOND).sent();
    wire.receive(beat(3, 7));
    Termination termination = wire.engine.termination();
    assertEquals(ErrorCode.PROTOCOL_ERROR, termination.code());
    assertEquals(
        "heartbeat stream 3: 7 came where the echo of 1 was expected [HB-19]",
        termination.message());
  }

  @Test
  void echoThatAnswersNothingEndsTheSession() {
    wire.sent();
    wire.receive(beat(3, 0));
    assertEquals(
        "heartbeat stream 3: 0 came where nothing was expected [HB-19]",
        wire.engine.termination().message());
  }

  @Test
  void secondEchoEndsTheSession() {
    wire.sent();
    wire.at(3 * SECOND).sent();
    wire.receive(beat(3, 1), beat(3, 1));
    assertNotNull(wire.engine.termination());
  }

  @Test
  void resetEndsHeartbeatsNotTheSession() {
    wire.sent();
    wire.receive(rst(3, ErrorCode.STREAM_CLOSED));
    assertEquals(Long.MAX_VALUE, wire.engine.nanosToNextDeadline(0));
    assertEquals(List.of(), wire.at(100 * SECOND).sent());
    assertNull(wire.engine.termination());
    assertEquals(List.of(), wire.events());
  }

  @Test
  void finEndsHeartbeatsNotTheSession() {
    wire.sent();
    wire.receive(data(3, "", true));
    assertEquals(List.of(data(3, "", true)), wire.sent());
    assertEquals(List.of(), wire.at(100 * SECOND).sent());
    assertNull(wire.engine.termination());
  }

  @Test
  void goAwayThatLeavesItOutEndsHeartbeats() {
    wire.sent();
    wire.receive(goAway(0, 0, ""));
    wire.at(100 * SECOND);
    assertNull(wire.engine.termination());
  }

  @Test
  void echoesThePeersHeartbeatWhateverItsValue() {
    Wire server = Wire.server().receive(HEARTBEAT, beat(3, 0), beat(3, 0x7F7F7F7F));
    assertEquals(List.of(beat(3, 0), beat(3, 0x7F7F7F7F)), server.sent());
    assertNull(server.engine.accept());
    assertEquals(List.of(), server.events());
  }

  @Test
  void keepsOneEchoWaitingAtMost() {
    Wire server = Wire.server().receive(HEARTBEAT, beat(3, 1), beat(3, 2), beat(3, 3));
    assertEquals(12, server.engine.fill(ByteBuffer.allocate(15), server.now));
    assertEquals(12, server.engine.fill(ByteBuffer.allocate(15), server.now));
    assertEquals(12, server.engine.fill(ByteBuffer.allocate(15), server.now));
    assertEquals(0, server.engine.fill(ByteBuffer.allocate(15), server.now));
  }

  @Test
  void echoesFourByFourHoweverTheyAreCut() {
    Wire server = Wire.server().receive(HEARTBEAT, data(3, "abc"));
    assertEquals(List.of(), server.sent());
    server.receive(data(3, "de"));
    assertEquals(List.of(data(3, "abcd")), server.sent());
    server.receive(data(3, "fgh", true));
    assertEquals(List.of(data(3, "efgh", true)), server.sent());
  }

  @Test
  void secondHeartbeatStreamIsRefusedWhileTheFirstLives() {
    Frame.Syn second = new Frame.Syn(5, 0, TYPE, false);
    Wire server = Wire.server().receive(HEARTBEAT, second);
    assertEquals(List.of(rst(5, ErrorCode.REFUSED_STREAM)), server.sent());
    server.receive(rst(3, 0), new Frame.Syn(7, 0, TYPE, false), beat(7, 9));
    assertEquals(List.of(beat(7, 9)), server.sent());
  }

  @Test
  void heartbeatOvertakesData() {
    EngineStream stream = wire.open();
    wire.sent();
    wire.write(stream, "data");
    assertEquals(List.of(beat(3, 1), data(5, "data")), wire.at(3 * SECOND).sent());
  }

  @Test
  void peersHeartbeatCountsAsHandedOverAndKeepsNoDrainWaiting() {
    Wire server = Wire.server().receive(HEARTBEAT);
    server.engine.goAway(0, ByteBuffer.allocate(0));
    assertEquals(List.of(goAway(3, 0, "")), server.sent());
    server.engine.drain(0);
    server.at(SECOND);
    assertEquals(1, server.events(Event.Drained.class).size());
  }

  @Test
  void peersStreamLimitDoesNotCountHeartbeats() {
    Limits limits = Limits.DEFAULT.withMaxPeerStreams(1);
    Wire server = new Wire(Role.SERVER, EngineSettings.builder().limits(limits).build());
    server.receive(syn(3), new Frame.Syn(5, 0, TYPE, false), beat(5, 1));
    assertEquals(List.of(beat(5, 1)), server.sent());
  }

  @Test
  void drainEndsWithTheNextEcho() {
    wire.sent();
    wire.engine.drain(0);
    assertEquals(List.of(goAway(Integer.MAX_VALUE, 0, ""), beat(3, 1)), wire.sent());
    wire.at(SECOND - 1);
    assertEquals(List.of(), wire.sent());
    wire.receive(beat(3, 1));
    assertEquals(List.of(goAway(0, 0, "")), wire.sent());
    assertEquals(1, wire.events(Event.Drained.class).size());
  }

  @Test
  void drainDoesNotTrustAnEarlierHeartbeat() {
    wire.sent();
    wire.at(3 * SECOND).sent();
    wire.engine.drain(3 * SECOND);
    wire.receive(beat(3, 1));
    assertEquals(List.of(goAway(Integer.MAX_VALUE, 0, "")), wire.sent());
    assertEquals(List.of(beat(3, 2)), wire.at(3 * SECOND).sent());
    wire.receive(beat(3, 2));
    assertEquals(List.of(goAway(0, 0, "")), wire.sent());
  }

  @Test
  void drainWaitsNoLongerThanItsDelayForAnEcho() {
    wire.sent();
    wire.engine.drain(0);
    wire.sent();
    assertEquals(SECOND, wire.engine.nanosToNextDeadline(0));
    assertEquals(List.of(goAway(0, 0, "")), wire.at(SECOND).sent());
  }

  @Test
  void drainFallsBackToItsDelayWhenHeartbeatsEnd() {
    wire.sent();
    wire.engine.drain(0);
    wire.sent();
    wire.receive(rst(3, 0));
    assertEquals(SECOND, wire.engine.nanosToNextDeadline(0));
    assertEquals(List.of(goAway(0, 0, "")), wire.at(SECOND).sent());
  }

  @Test
  void bothEndsBeatAtOnce() {
    Wire server = beating(Role.SERVER);
    assertEquals(2, server.sent().get(0).streamId());
    server.receive(HEARTBEAT, beat(3, 5));
    assertEquals(List.of(beat(3, 5)), server.sent());
  }

  @Test
  void refusesATimingBelowOne() {
    assertThrows(IllegalArgumentException.class, () -> new HeartbeatTiming(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new HeartbeatTiming(1, 0));
    assertEquals(1, new HeartbeatTiming(1, 1).intervalNanos());
  }

  @Test
  void echoesAllThatCameBeforeTheFin() {
    Wire server = Wire.server();
    ByteBuffer two = ByteBuffer.allocate(8).putInt(0, 5).putInt(4, 6);
    server.receive(HEARTBEAT, new Frame.Data(3, true, two));
    Frame last = new Frame.Data(3, true, ByteBuffer.allocate(4).putInt(0, 6));
    assertEquals(List.of(beat(3, 5), last), server.sent());
  }

  @Test
  void closingSessionSendsNoHeartbeat() {
    HeartbeatTiming timing = new HeartbeatTiming(3 * SECOND, 10 * SECOND);
    EngineSettings slow =
        EngineSettings.builder().heartbeat(timing).flushNanos(20 * SECOND).build();
    Wire closing = new Wire(Role.CLIENT, slow);
    EngineStream stream = closing.open();
    closing.write(stream, "x".repeat(65_536));
    closing.sent();
    closing.write(stream, "stuck");
    closing.engine.closeSession(0);
    assertEquals(20 * SECOND, closing.engine.nanosToNextDeadline(0));
    assertEquals(List.of(), closing.at(3 * SECOND).sent());
  }
}
