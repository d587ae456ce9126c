package org.muxado.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muxado.engine.EndKind;
import org.muxado.engine.RetryVerdict;
import org.muxado.engine.Role;
import org.muxado.engine.Termination;
import org.muxado.frame.ErrorCode;
import org.muxado.session.Link.Kind;
import org.muxado.transport.InMemoryTransport;

@Timeout(60)
class SessionTest {

  @ParameterizedTest
  @EnumSource(Kind.class)
  void echoesOnAStreamAndFinishesIt(Kind kind) throws Exception {
    try (Link link = Link.over(kind)) {
      Stream there = link.client.open(OpenOptions.DEFAULT.withPriority(5).withType(9));
      there.writeLast(Bytes.of("hello"));
      Stream here = link.server.accept();
      assertEquals(there.id(), here.id());
      assertEquals(5, here.priority());
      assertEquals(9, here.type());
      here.writeLast(ByteBuffer.wrap(Bytes.readAll(here)));
      assertEquals("hello", new String(Bytes.readAll(there), US_ASCII));
      assertEquals(EndKind.FINISHED, there.awaitOutcome().kind());
      assertEquals(EndKind.FINISHED, here.awaitOutcome().kind());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void carriesMoreThanAWindowBothWays(Kind kind) throws Exception {
    byte[] up = Bytes.pattern(1_000_000, 1);
    byte[] down = Bytes.pattern(700_000, 2);
    try (Link link = Link.over(kind)) {
      Stream there = link.client.open();
      Stream here = link.server.accept();
      Background<Void> sendUp = Background.run(() -> sendLast(there, up));
      Background<Void> sendDown = Background.run(() -> sendLast(here, down));
      Background<byte[]> gotDown = Background.run(() -> Bytes.readAll(there));
      assertArrayEquals(up, Bytes.readAll(here));
      assertArrayEquals(down, gotDown.get());
      sendUp.get();
      sendDown.get();
    }
  }

  private static Void sendLast(Stream stream, byte[] octets) throws Exception {
    stream.writeLast(ByteBuffer.wrap(octets));
    return null;
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void closeIsSeenByThePeerAsAPeacefulEnd(Kind kind) throws Exception {
    try (Link link = Link.over(kind)) {
      link.client.close();
      Termination seen = link.server.awaitTermination();
      assertEquals(Termination.Cause.CLOSED, seen.cause());
      assertTrue(seen.byPeer());
      assertFalse(link.client.awaitTermination().byPeer());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void closeSendsWhatWasWritten(Kind kind) throws Exception {
    try (Link link = Link.over(kind)) {
      Stream there = link.client.open();
      Stream here = link.server.accept();
      there.write(Bytes.of("last words"));
      link.client.close();
      assertEquals("last words", Bytes.readText(here, 10));
      MuxadoException failure = assertThrows(MuxadoException.class, () -> Bytes.readAll(here));
      assertEquals(EndKind.SESSION_ENDED, failure.kind());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void killEndsBothSides(Kind kind) throws Exception {
    try (Link link = Link.over(kind)) {
      link.client.kill();
      assertEquals(Termination.Cause.KILLED, link.client.awaitTermination().cause());
      assertEquals(Termination.Cause.TRANSPORT, link.server.awaitTermination().cause());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void tellsHowManyStreamsLive(Kind kind) throws Exception {
    try (Link link = Link.over(kind)) {
      assertEquals(0, link.client.liveStreams());
      Stream there = link.client.open();
      link.client.open();
      there.write(Bytes.of("x"));
      Stream here = link.server.accept();
      link.server.accept();
      assertEquals(2, link.client.liveStreams());
      assertEquals(2, link.server.liveStreams());
      there.reset(ErrorCode.CANCEL);
      here.awaitOutcome();
      assertEquals(1, link.client.liveStreams());
      assertEquals(1, link.server.liveStreams());
      link.server.open();
      assertEquals(2, link.server.liveStreams());
      link.server.kill();
      assertEquals(0, link.server.liveStreams());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void tellsThePeersAddress(Kind kind) throws Exception {
    try (Link link = Link.over(kind)) {
      SocketAddress there = link.client.peerAddress();
      assertEquals(kind == Kind.IN_MEMORY, there == null);
      String name = link.client.toString();
      assertTrue(there == null || name.endsWith(" " + there), name);
      assertEquals(there == null, link.server.peerAddress() == null);
    }
  }

  @Test
  void goAwayStopsThePeerFromOpening() throws Exception {
    try (Link link = Link.over(Kind.IN_MEMORY)) {
      Stream there = link.client.open();
      Stream here = link.server.accept();
      link.server.goAway(0, "enough");
      here.write(Bytes.of("x"));
      assertEquals("x", Bytes.readText(there, 1)); // came behind the GOAWAY
      MuxadoException refused = assertThrows(MuxadoException.class, link.client::open);
      assertEquals(EndKind.GONE_AWAY, refused.kind());
      assertEquals(RetryVerdict.NOT_PROCESSED, refused.retry());
      assertTrue(refused.byPeer());
      assertEquals("enough", refused.debug()); // used to be empty while the session lived
    }
  }

  @Test
  void debugIsWhatThePeerSaidAndNothingElse() throws Exception {
    try (Link link = Link.over(Kind.IN_MEMORY)) {
      link.server.goAway(1, "go\n");
      link.server.close();
      link.client.awaitTermination();
      MuxadoException ended = assertThrows(MuxadoException.class, link.client::accept);
      assertEquals("go\n", ended.debug());
      assertEquals(
          "session ended: the peer sent GOAWAY with PROTOCOL_ERROR: go\ufffd", ended.getMessage());
    }
  }

  @Test
  void extensionStreamsAreAcceptedWithTheirType() throws Exception {
    int type = 0xFFFFFF00;
    SessionSettings settings =
        SessionSettings.builder().noHeartbeat().extensions(Set.of(type)).build();
    try (Link link = Link.over(Kind.IN_MEMORY, settings)) {
      link.client.open(OpenOptions.DEFAULT.withType(type), Bytes.of("x"));
      Stream here = link.server.accept();
      assertEquals(type, here.type());
      assertEquals("x", Bytes.readText(here, 1));
    }
  }

  @Test
  void acceptSaysWhyTheSessionEnded() throws Exception {
    try (Link link = Link.over(Kind.IN_MEMORY)) {
      link.client.close();
      link.server.awaitTermination();
      MuxadoException ended = assertThrows(MuxadoException.class, link.server::accept);
      assertEquals(EndKind.SESSION_ENDED, ended.kind());
      assertTrue(ended.byPeer());
      assertThrows(MuxadoException.class, link.client::tryAccept);
    }
  }

  @Test
  void failsCallsAtOnceWhileItCloses() throws Exception {
    TestClock frozen = new TestClock();
    SessionSettings settings = SessionSettings.builder().noHeartbeat().clock(frozen).build();
    // Nobody reads the other end: flushing cannot end.
    Session closing = Session.start(Role.CLIENT, InMemoryTransport.pair(1_024).client(), settings);
    Stream stream = closing.open();
    Background<Stream> accepting = Background.run(closing::accept).untilItWaits();
    Background<Void> writing =
        Background.run(
            () -> {
              stream.write(ByteBuffer.allocate(200_000));
              return null;
            });
    writing.untilItWaits();
    closing.shutdown();
    assertNull(closing.termination());
    assertEquals(SessionEndedException.class, accepting.failure().getClass());
    MuxadoException failed = (MuxadoException) writing.failure();
    assertEquals(EndKind.SESSION_ENDED, failed.kind());
    assertEquals(stream.id(), failed.streamId());
    assertThrows(MuxadoException.class, closing::open);
    assertThrows(MuxadoException.class, () -> stream.write(Bytes.of("x")));
    assertThrows(MuxadoException.class, stream::shutdownOutput);
    assertNull(stream.outcome());
    closing.kill();
  }
}
