package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muxado.engine.EndKind;
import org.muxado.engine.Termination;
import org.muxado.session.Link.Kind;

/**
 * Hazards: close from any thread ends every blocked call; a stream added while the session dies is
 * ended too; a GOAWAY is not lost to a reset of the connection.
 */
@Timeout(60)
class EndHazardTest {

  /** How a session comes to its end. */
  enum End {
    KILL {
      @Override
      void of(Session session) {
        session.kill();
      }
    },
    SHUTDOWN {
      @Override
      void of(Session session) {
        session.shutdown();
      }
    };

    abstract void of(Session session);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void killHereEndsEveryBlockedCall(Kind kind) throws Exception {
    endsEveryBlockedCall(kind, true, End.KILL);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void killThereEndsEveryBlockedCall(Kind kind) throws Exception {
    endsEveryBlockedCall(kind, false, End.KILL);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void shutdownHereEndsEveryBlockedCall(Kind kind) throws Exception {
    endsEveryBlockedCall(kind, true, End.SHUTDOWN);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void shutdownThereEndsEveryBlockedCall(Kind kind) throws Exception {
    endsEveryBlockedCall(kind, false, End.SHUTDOWN);
  }

  private static void endsEveryBlockedCall(Kind kind, boolean here, End end) throws Exception {
    try (Link link = Link.over(kind)) {
      Stream stream = link.client.open();
      link.server.accept();
      List<Background<?>> failing = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        failing.add(Background.run(() -> stream.read(ByteBuffer.allocate(1))).untilItWaits());
        failing.add(Background.run(() -> write(stream)).untilItWaits());
        failing.add(Background.run(link.client::accept).untilItWaits());
      }
      Background<?> outcome = Background.run(stream::awaitOutcome).untilItWaits();
      Background<?> termination = Background.run(link.client::awaitTermination).untilItWaits();
      end.of(here ? link.client : link.server);
      for (Background<?> call : failing) {
        MuxadoException failure = assertInstanceOf(MuxadoException.class, call.failure());
        assertEquals(EndKind.SESSION_ENDED, failure.kind());
      }
      outcome.get();
      termination.get();
    }
  }

  private static Void write(Stream stream) throws Exception {
    stream.write(ByteBuffer.allocate(1_000_000));
    return null;
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void closeOfAStreamEndsItsBlockedCalls(Kind kind) throws Exception {
    try (Link link = Link.over(kind)) {
      Stream stream = link.client.open();
      Background<?> reading =
          Background.run(() -> stream.read(ByteBuffer.allocate(1))).untilItWaits();
      Background<?> writing = Background.run(() -> write(stream)).untilItWaits();
      stream.close();
      assertInstanceOf(MuxadoException.class, reading.failure());
      assertInstanceOf(MuxadoException.class, writing.failure());
    }
  }

  @Test
  void endOfOutputEndsABlockedWrite() throws Exception {
    try (Link link = Link.over(Kind.IN_MEMORY)) {
      Stream stream = link.client.open();
      Background<?> writing = Background.run(() -> write(stream)).untilItWaits();
      stream.shutdownOutput();
      assertInstanceOf(MuxadoException.class, writing.failure());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void streamAddedWhileTheSessionDiesIsEndedToo(Kind kind) throws Exception {
    for (int round = 0; round < 50; round++) {
      try (Link link = Link.over(kind)) {
        CountDownLatch opening = new CountDownLatch(1);
        List<Background<Void>> openers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
          openers.add(Background.run(() -> openForEver(link.client, opening)));
        }
        opening.await();
        link.client.kill();
        for (Background<Void> opener : openers) {
          MuxadoException failure = assertInstanceOf(MuxadoException.class, opener.failure());
          assertEquals(EndKind.SESSION_ENDED, failure.kind());
        }
      }
    }
  }

  /** Opens a stream and waits on it, and again when the peer refuses it. */
  private static Void openForEver(Session session, CountDownLatch opening) throws Exception {
    while (true) {
      Stream stream = session.open();
      opening.countDown();
      if (stream.awaitOutcome().kind() == EndKind.SESSION_ENDED) {
        stream.read(ByteBuffer.allocate(1));
      }
    }
  }

  @Test
  void goAwayIsNotLostToAConnectionReset() throws Exception {
    for (int round = 0; round < 100; round++) {
      try (Link link = Link.over(Kind.TCP)) {
        Stream there = link.client.open();
        link.server.accept();
        Background<Void> flooding = Background.run(() -> flood(link.client, there));
        link.server.close();
        Termination seen = link.client.awaitTermination();
        assertEquals(Termination.Cause.CLOSED, seen.cause(), "round " + round + ": " + seen);
        assertTrue(seen.byPeer());
        assertInstanceOf(MuxadoException.class, flooding.failure());
      }
    }
  }

  /** Keeps octets on the way to a peer that does not read them. */
  private static Void flood(Session session, Stream first) throws Exception {
    first.write(ByteBuffer.allocate(60_000));
    while (true) {
      session.open().write(ByteBuffer.allocate(60_000));
    }
  }
}
