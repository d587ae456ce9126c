package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.muxado.engine.Wire.SECOND;
import static org.muxado.engine.Wire.data;
import static org.muxado.engine.Wire.goAway;
import static org.muxado.engine.Wire.syn;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muxado.frame.ErrorCode;

/** What a closing session still sends, and what a dead one no longer does (section 11.3). */
class SessionFlushTest {

  private final Wire wire = Wire.client();

  @Test
  void frameThatWaitsIsFlushedToo() {
    wire.open();
    wire.engine.closeSession(0);
    assertEquals(List.of(syn(3), goAway(0, 0, "")), wire.sent());
  }

  @Test
  void bareFinIsFlushedToo() {
    EngineStream stream = wire.open();
    wire.sent();
    wire.engine.finish(stream);
    wire.engine.closeSession(0);
    assertEquals(List.of(data(3, "", true), goAway(0, 0, "")), wire.sent());
  }

  @Test
  void dataBehindASentSynIsFlushedToo() {
    EngineStream stream = wire.open();
    wire.sent();
    wire.write(stream, "last");
    wire.engine.closeSession(0);
    assertEquals(List.of(data(3, "last"), goAway(0, 0, "")), wire.sent());
  }

  @Test
  void tellsWhatTheFlushTimeWasTooShortFor() {
    EngineStream stream = wire.open();
    wire.write(stream, "x".repeat(65_536)); // as much as the peer's window allows
    wire.sent();
    wire.write(stream, "stuck");
    wire.engine.closeSession(0);
    wire.at(EngineSettings.DEFAULT.flushNanos());
    assertEquals(Termination.Cause.CLOSED, wire.engine.termination().cause());
    assertEquals(5, wire.engine.termination().unsentBytes());
  }

  @Test
  void unsentHeartbeatIsNothingThatTheApplicationWrote() {
    EngineSettings beating =
        EngineSettings.builder().heartbeat(new HeartbeatTiming(SECOND, SECOND)).build();
    Wire client = new Wire(Role.CLIENT, beating);
    client.sent();
    client.at(SECOND);
    client.engine.kill();
    assertEquals(0, client.engine.termination().unsentBytes());
  }

  @Test
  void timersOfADeadSessionRunOut() {
    wire.engine.kill();
    wire.engine.writeStarted(0, 0);
    wire.at(30 * SECOND);
    assertEquals(Long.MAX_VALUE, wire.engine.nanosToNextDeadline(30 * SECOND));
    wire.engine.writeFailed("late", 30 * SECOND);
    wire.at(31 * SECOND);
    assertEquals(Long.MAX_VALUE, wire.engine.nanosToNextDeadline(31 * SECOND));
  }

  @Test
  void deadSessionWantsNoOutput() {
    EngineStream stream = wire.open();
    wire.sent();
    wire.engine.reset(stream, ErrorCode.CANCEL);
    wire.engine.kill();
    assertFalse(wire.engine.wantsOutput());
  }

  @Test
  void streamsEndInTheOrderOfTheirIds() {
    Wire late = new Wire(Role.CLIENT, EngineSettings.builder().firstStreamId(63).build());
    EngineStream first = late.open();
    EngineStream second = late.open();
    late.engine.kill();
    List<EngineStream> ended =
        late.events(Event.StreamEnded.class).stream().map(Event.StreamEnded::stream).toList();
    assertEquals(List.of(first, second), ended);
  }
}
