package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muxado.engine.EndKind;
import org.muxado.engine.Limits;
import org.muxado.engine.RetryVerdict;
import org.muxado.engine.Role;
import org.muxado.frame.ErrorCode;
import org.muxado.session.Link.Kind;
import org.muxado.transport.InMemoryTransport;
import org.muxado.transport.PolledTransport;

/** What failed calls tell: the type, the side, the code, the verdict and the cause. */
@Timeout(60)
class FailureTest {

  private static int read(Stream stream) throws IOException {
    return stream.read(ByteBuffer.allocate(1));
  }

  @Test
  void brokenTransportIsTheCause() throws Exception {
    InMemoryTransport.Pair pair = InMemoryTransport.pair(4_096);
    BreakingTransport broken = new BreakingTransport(pair.client(), 0);
    Session session = Session.start(Role.CLIENT, broken, Link.PLAIN);
    Stream stream = session.open();
    SessionEndedException lost = assertThrows(SessionEndedException.class, () -> read(stream));
    assertInstanceOf(IOException.class, lost.getCause()); // of the write or the read: both break
    assertEquals(stream.id(), lost.streamId());
    assertEquals(RetryVerdict.UNKNOWN, lost.retry());
    SessionEndedException later = assertThrows(SessionEndedException.class, session::accept);
    assertEquals(lost.getCause(), later.getCause());
    SessionEndedException atOpen = assertThrows(SessionEndedException.class, session::open);
    assertEquals(RetryVerdict.NOT_PROCESSED, atOpen.retry());
    assertEquals(lost.getCause(), atOpen.getCause());
  }

  /** As with TLS, where an alert says why: the failed write used to be told. */
  @Test
  void readingTellsWhyAWriteFailed() throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    PolledTransport refused =
        new ForwardingTransport(InMemoryTransport.pair(4_096).client()) {
          @Override
          public int write(ByteBuffer source) throws IOException {
            written.countDown();
            throw new IOException("Broken pipe");
          }

          @Override
          public int read(ByteBuffer target) throws IOException {
            if (written.getCount() > 0) {
              return 0;
            }
            throw new IOException("certificate refused");
          }
        };
    Session session = Session.start(Role.CLIENT, refused, Link.PLAIN);
    session.open();
    assertEquals("certificate refused", session.awaitTermination().message());
    SessionEndedException lost = assertThrows(SessionEndedException.class, session::open);
    assertEquals("certificate refused", lost.getCause().getMessage());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatCameBeforeTheEndStaysReadable(Kind kind) throws Exception {
    try (Link link = Link.over(kind)) {
      Stream there = link.client.open(OpenOptions.DEFAULT, Bytes.of("saved"));
      Stream here = link.server.accept();
      while (here.available() < 5) {
        Thread.onSpinWait();
      }
      link.client.kill();
      link.server.awaitTermination();
      assertEquals("saved", Bytes.readText(here, 5));
      SessionEndedException ended = assertThrows(SessionEndedException.class, () -> read(here));
      assertTrue(ended.byPeer());
      assertNull(ended.retry());
      SessionEndedException killed = assertThrows(SessionEndedException.class, () -> read(there));
      assertFalse(killed.byPeer());
      assertNull(killed.getCause());
    }
  }

  @Test
  void resetTellsItsCodeAndSide() throws Exception {
    try (Link link = Link.over(Kind.IN_MEMORY)) {
      Stream there = link.client.open();
      Stream here = link.server.accept();
      here.reset(ErrorCode.CANCEL);
      StreamResetException byPeer = assertThrows(StreamResetException.class, () -> read(there));
      assertEquals(ErrorCode.CANCEL, byPeer.code());
      assertTrue(byPeer.byPeer());
      StreamResetException byUs = assertThrows(StreamResetException.class, () -> write(here));
      assertEquals(EndKind.RESET_HERE, byUs.kind());
      assertFalse(byUs.byPeer());
    }
  }

  /** Opening used to say no more than that the session had ended. */
  @Test
  void callsOnADeadSessionTellHowItEnded() throws Exception {
    try (Link link = Link.over(Kind.IN_MEMORY)) {
      Stream stream = link.client.open();
      link.client.goAway(ErrorCode.INTERNAL_ERROR, "out of memory");
      link.client.kill();
      Session ended = link.server;
      ended.awaitTermination();
      String why = "session ended: the peer sent GOAWAY with INTERNAL_ERROR: out of memory";
      assertTold(why, assertThrows(SessionEndedException.class, ended::accept));
      String unopened = "cannot open a stream: " + why;
      assertTold(unopened, assertThrows(SessionEndedException.class, ended::open));
      SessionEndedException here = assertThrows(SessionEndedException.class, () -> read(stream));
      assertEquals("stream " + stream.id() + ": session ended: killed here", here.getMessage());
    }
  }

  private static void assertTold(String message, SessionEndedException failure) {
    assertEquals(message, failure.getMessage());
    assertEquals(ErrorCode.INTERNAL_ERROR, failure.code());
    assertEquals("out of memory", failure.debug());
    assertTrue(failure.byPeer());
  }

  private static void write(Stream stream) throws IOException {
    stream.write(Bytes.of("x"));
  }

  @Test
  void refusedStreamIsNotAReset() throws Exception {
    Limits one = Limits.DEFAULT.withMaxPeerStreams(1);
    SessionSettings settings = SessionSettings.builder().noHeartbeat().limits(one).build();
    try (Link link = Link.inMemory(65_536, settings)) {
      link.client.open();
      Stream second = link.client.open();
      StreamRefusedException refused =
          assertThrows(StreamRefusedException.class, () -> read(second));
      assertEquals(EndKind.RESET_BY_PEER, refused.kind());
      assertEquals(RetryVerdict.NOT_PROCESSED, refused.retry());
    }
  }

  @Test
  void goAwayRefusesStreamsWithThePeersText() throws Exception {
    try (Link link = Link.over(Kind.IN_MEMORY)) {
      Stream waiting = link.client.open();
      Stream there = link.client.open();
      link.server.goAway(0, "moving\n");
      StreamRefusedException leftOut =
          assertThrows(StreamRefusedException.class, () -> read(there));
      assertEquals(EndKind.GONE_AWAY, leftOut.kind());
      assertEquals("moving\n", leftOut.debug());
      assertEquals( // used to end behind GOAWAY
          "stream 5: left out by GOAWAY with NO_ERROR: moving\ufffd", leftOut.getMessage());
      assertThrows(StreamRefusedException.class, () -> read(waiting));
      StreamRefusedException atOpen = assertThrows(StreamRefusedException.class, link.client::open);
      assertEquals(0, atOpen.streamId());
      assertEquals(
          "cannot open a stream: the peer sent GOAWAY with NO_ERROR: moving\ufffd",
          atOpen.getMessage());
      assertEquals(RetryVerdict.NOT_PROCESSED, atOpen.retry());
    }
  }

  @Test
  void usedUpIdsAreAFailureOfTheirOwn() throws Exception {
    SessionSettings last =
        SessionSettings.builder().noHeartbeat().firstStreamId(Integer.MAX_VALUE).build();
    InMemoryTransport.Pair pair = InMemoryTransport.pair(4_096);
    Session session = Session.start(Role.CLIENT, pair.client(), last);
    Stream stream = session.open();
    IdsExhaustedException usedUp = assertThrows(IdsExhaustedException.class, session::open);
    assertEquals(RetryVerdict.NOT_PROCESSED, usedUp.retry());
    stream.write(Bytes.of("still"));
    session.kill();
  }

  @Test
  void directionThatEndedHereIsTheCallersDoing() throws Exception {
    try (Link link = Link.over(Kind.IN_MEMORY)) {
      Stream there = link.client.open();
      there.shutdownOutput();
      assertThrows(StreamClosedException.class, () -> write(there));
      there.shutdownInput();
      StreamClosedException closed = assertThrows(StreamClosedException.class, () -> read(there));
      assertNull(closed.retry());
    }
  }
}
