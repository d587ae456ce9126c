package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.muxado.engine.Wire.data;
import static org.muxado.engine.Wire.rst;
import static org.muxado.engine.Wire.syn;
import static org.muxado.engine.Wire.synFin;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muxado.frame.ErrorCode;
import org.muxado.frame.Frame;

class StreamOpeningTest {

  @Test
  void clientGivesOddIdsFromThree() {
    Wire wire = Wire.client();
    wire.open();
    wire.open();
    assertEquals(List.of(syn(3), syn(5)), wire.sent());
  }

  @Test
  void serverGivesEvenIdsFromTwo() {
    Wire wire = Wire.server();
    wire.open();
    wire.open();
    assertEquals(List.of(syn(2), syn(4)), wire.sent());
  }

  @Test
  void synCarriesPriorityTypeAndFin() {
    Wire wire = Wire.client();
    EngineStream stream = wire.open(7, 9, true);
    assertEquals(List.of(new Frame.Syn(3, 7, 9, true)), wire.sent());
    assertEquals(7, stream.priority());
    assertEquals(9, stream.type());
    assertEquals(Engine.FAILED, wire.write(stream, "x"));
    assertEquals(EndKind.CLOSED_HERE, stream.outputFailure().kind());
  }

  @Test
  void startsWithTheConfiguredId() {
    EngineSettings settings = EngineSettings.builder().firstStreamId(77).build();
    Wire wire = new Wire(Role.CLIENT, settings);
    assertEquals(77, wire.open().id());
  }

  @Test
  void refusesAFirstIdOfTheOtherRole() {
    EngineSettings settings = EngineSettings.builder().firstStreamId(78).build();
    assertThrows(IllegalArgumentException.class, () -> new Engine(Role.CLIENT, settings, 0));
    EngineSettings one = EngineSettings.builder().firstStreamId(1).build();
    assertThrows(IllegalArgumentException.class, () -> new Engine(Role.CLIENT, one, 0));
  }

  @Test
  void failsWhenIdsAreUsedUpAndGoesOn() {
    int last = Integer.MAX_VALUE;
    EngineSettings settings = EngineSettings.builder().firstStreamId(last).build();
    Wire wire = new Wire(Role.CLIENT, settings);
    EngineStream stream = wire.open();
    assertEquals(EndKind.IDS_EXHAUSTED, wire.refusal().kind());
    assertEquals(RetryVerdict.NOT_PROCESSED, wire.refusal().retry());
    wire.write(stream, "on");
    assertEquals(List.of(syn(last), data(last, "on")), wire.sent());
  }

  @Test
  void refusesANegativePriority() {
    Wire wire = Wire.client();
    assertThrows(IllegalArgumentException.class, () -> wire.engine.open(-1, 0, false));
    assertEquals(3, wire.open().id());
  }

  @ParameterizedTest
  @ValueSource(ints = {EngineSettings.HEARTBEAT_TYPE, 0xFFFFFF00, 0xFFFFFFFF})
  void extensionTypesAreNotForApplicationsToOpen(int type) {
    Wire wire = Wire.client();
    assertThrows(IllegalArgumentException.class, () -> wire.engine.open(0, type, false));
    assertEquals(3, wire.open().id()); // used to be 5 for all types but the heartbeat's
  }

  @Test
  void registeredExtensionMayBeOpened() {
    Set<Integer> types = Set.of(0xFFFFFF00);
    EngineSettings settings = EngineSettings.builder().extensions(types).build();
    Wire wire = new Wire(Role.CLIENT, settings);
    wire.open(0, 0xFFFFFF00, false);
    assertEquals(List.of(new Frame.Syn(3, 0, 0xFFFFFF00, false)), wire.sent());
    assertThrows(IllegalArgumentException.class, () -> wire.open(0, 0xFFFFFF01, false));
  }

  @Test
  void acceptsInOrderWithTypeAndPriority() {
    Wire wire = Wire.server().receive(new Frame.Syn(3, 5, 6, false), syn(9));
    assertEquals(2, wire.events(Event.Acceptable.class).size());
    EngineStream first = wire.accept();
    assertEquals(3, first.id());
    assertEquals(5, first.priority());
    assertEquals(6, first.type());
    assertEquals(false, first.own());
    assertEquals(9, wire.accept().id());
    assertNull(wire.engine.accept());
  }

  @Test
  void dataThatCameBeforeAcceptIsReadable() {
    Wire wire = Wire.server().receive(syn(3), data(3, "hello", true));
    EngineStream stream = wire.accept();
    assertEquals("hello", wire.read(stream));
    assertEquals("EOF", wire.read(stream));
  }

  @Test
  void synWithFinEndsTheOpenersDirection() {
    Wire wire = Wire.server().receive(synFin(3));
    EngineStream stream = wire.accept();
    assertEquals("EOF", wire.read(stream));
    wire.write(stream, "answer");
    assertEquals(List.of(data(3, "answer")), wire.sent());
  }

  @Test
  void refusesBeyondTheBacklogAndGoesOn() {
    Wire wire = new Wire(Role.SERVER, EngineSettings.builder().backlog(1).build());
    wire.receive(syn(3), syn(5), data(5, "x"));
    assertEquals(List.of(rst(5, ErrorCode.REFUSED_STREAM)), wire.sent());
    wire.accept();
    wire.receive(syn(7));
    assertEquals(7, wire.accept().id());
  }

  @Test
  void refusesBeyondTheStreamLimit() {
    Limits limits = Limits.DEFAULT.withMaxPeerStreams(1);
    Wire wire = new Wire(Role.SERVER, EngineSettings.builder().limits(limits).build());
    wire.receive(syn(3));
    EngineStream first = wire.accept();
    wire.receive(syn(5));
    assertEquals(List.of(rst(5, ErrorCode.REFUSED_STREAM)), wire.sent());
    wire.engine.reset(first, ErrorCode.CANCEL);
    wire.receive(syn(7));
    assertEquals(7, wire.accept().id());
  }

  @Test
  void resetWhileWaitingFreesThePlace() {
    Wire wire = new Wire(Role.SERVER, EngineSettings.builder().backlog(1).build());
    wire.receive(syn(3), rst(3, ErrorCode.CANCEL), syn(5));
    assertEquals(5, wire.accept().id());
    assertNull(wire.engine.accept());
    assertEquals(List.of(), wire.events(Event.StreamEnded.class));
  }

  @Test
  void unregisteredExtensionIsAnsweredStreamClosed() {
    Wire wire = Wire.server().receive(new Frame.Syn(3, 0, 0xFFFFFF00, false));
    assertEquals(List.of(rst(3, ErrorCode.STREAM_CLOSED)), wire.sent());
    assertNull(wire.engine.accept());
  }

  @Test
  void typeBelowExtensionsIsAnOrdinaryStream() {
    Wire wire = Wire.server().receive(new Frame.Syn(3, 0, 0xFFFFFEFE, false));
    assertEquals(0xFFFFFEFE, wire.accept().type());
  }

  @Test
  void registeredExtensionTakesNoPlaceInTheBacklog() {
    Set<Integer> types = Set.of(0xFFFFFF00);
    EngineSettings settings = EngineSettings.builder().extensions(types).backlog(1).build();
    Wire wire = new Wire(Role.SERVER, settings);
    wire.receive(syn(3), new Frame.Syn(5, 0, 0xFFFFFF00, false));
    List<Event.ExtensionOpened> opened = wire.events(Event.ExtensionOpened.class);
    assertEquals(5, opened.get(0).stream().id());
    assertEquals(3, wire.accept().id());
    assertNull(wire.engine.accept());
    assertEquals(List.of(), wire.sent());
  }

  @Test
  void resetBeforeTheSynWasSentLeavesNoTrace() {
    Wire wire = Wire.client();
    EngineStream dropped = wire.open();
    wire.write(dropped, "x");
    wire.engine.reset(dropped, ErrorCode.CANCEL);
    wire.open();
    assertEquals(List.of(syn(5)), wire.sent());
    assertEquals(RetryVerdict.NOT_PROCESSED, dropped.outcome().retry());
  }

  @Test
  void largerReceiveWindowIsGrantedBehindTheSyn() {
    EngineSettings settings = EngineSettings.builder().receiveWindowBytes(100_000).build();
    Wire client = new Wire(Role.CLIENT, settings);
    client.open();
    assertEquals(List.of(syn(3), Wire.wndInc(3, 34_464)), client.sent());
    Wire server = new Wire(Role.SERVER, settings).receive(syn(3), synFin(5));
    assertEquals(List.of(), server.sent()); // nothing is granted to what waits in the backlog
    server.receive(Wire.data(3, 10));
    server.accept();
    server.accept();
    assertEquals(List.of(Wire.wndInc(3, 34_464)), server.sent());
  }

  @Test
  void firstExtensionTypeBelongsToHeartbeats() {
    Set<Integer> heartbeat = Set.of(EngineSettings.HEARTBEAT_TYPE);
    assertThrows(
        IllegalArgumentException.class,
        () -> EngineSettings.builder().extensions(heartbeat).build());
  }

  @Test
  void refusesSettingsOutOfRange() {
    EngineSettingsBuilder builder = EngineSettings.builder();
    assertThrows(IllegalArgumentException.class, () -> builder.backlog(0).build());
    builder.backlog(1);
    assertThrows(IllegalArgumentException.class, () -> builder.receiveWindowBytes(65_535).build());
    builder.receiveWindowBytes(65_536);
    assertThrows(IllegalArgumentException.class, () -> builder.sendQueueBytes(3).build());
    builder.sendQueueBytes(4).flushNanos(0).closeNanos(0).drainNanos(0);
    assertThrows(IllegalArgumentException.class, () -> builder.firstStreamId(-1).build());
    assertEquals(1, builder.firstStreamId(0).build().backlog());
  }

  @Test
  void refusesNegativeTimes() {
    EngineSettingsBuilder builder = EngineSettings.builder();
    assertThrows(IllegalArgumentException.class, () -> builder.flushNanos(-1).build());
    builder.flushNanos(0);
    assertThrows(IllegalArgumentException.class, () -> builder.closeNanos(-1).build());
    builder.closeNanos(0);
    assertThrows(IllegalArgumentException.class, () -> builder.drainNanos(-1).build());
    assertEquals(0, builder.drainNanos(0).build().drainNanos());
  }
}
