package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.muxado.engine.Wire.data;
import static org.muxado.engine.Wire.goAway;
import static org.muxado.engine.Wire.syn;
import static org.muxado.engine.Wire.synFin;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muxado.frame.Frame;

class PeerQuirksTest {

  private static final EngineSettings QUIRKS =
      EngineSettings.builder().peerQuirks(true).peerUnderstandsPri(true).build();

  private static final Frame.Syn HEARTBEAT =
      new Frame.Syn(3, 0, EngineSettings.HEARTBEAT_TYPE, false);

  private final Wire client = new Wire(Role.CLIENT, QUIRKS);
  private final Wire server = new Wire(Role.SERVER, QUIRKS);

  @Test
  void synWithFinBecomesSynAndEmptyDataWithFin() {
    EngineStream stream = client.open(0, 0, true);
    assertEquals(List.of(syn(3), data(3, "", true)), client.sent());
    assertEquals(Engine.FAILED, client.write(stream, "x"));
  }

  @Test
  void receivedSynWithFinEndsOurOutput() {
    server.receive(synFin(3));
    EngineStream stream = server.accept();
    assertEquals(Engine.FAILED, server.write(stream, "x"));
    server.receive(data(3, "goes on"));
    assertEquals("goes on", server.read(stream));
    server.engine.close(stream, 0);
    assertEquals(List.of(), server.sent());
    server.receive(data(3, "", true));
    assertEquals(EndKind.FINISHED, stream.outcome().kind());
  }

  @Test
  void sendsNoPri() {
    EngineStream stream = client.open();
    client.sent();
    client.engine.setPriority(stream, 3);
    assertEquals(List.of(), client.sent());
  }

  @Test
  void goAwayBeforeTheHeartbeatLeavesNothingOut() {
    server.receive(syn(5));
    server.engine.goAway(0, ByteBuffer.allocate(0));
    assertEquals(List.of(goAway(Integer.MAX_VALUE, 0, "")), server.sent());
    assertEquals(5, server.accept().id());
  }

  @Test
  void goAwayAfterTheHeartbeatSaysTheTruth() {
    server.receive(HEARTBEAT, syn(5));
    server.engine.goAway(0, ByteBuffer.allocate(0));
    assertEquals(List.of(goAway(3, 0, "")), server.sent());
  }

  @Test
  void heartbeatOfThePeerIsNotFinished() {
    server.receive(HEARTBEAT, data(3, "ping", true));
    assertEquals(List.of(data(3, "ping")), server.sent());
  }

  @Test
  void goAwayWithAnInflatedLengthIsReadAsEightOctets() {
    client.receiveHex("0018 00 06 00000000 00000000 00000000 0000 00 01 00000002");
    assertEquals(2, client.accept().id());
  }
}
