package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muxado.engine.Outcome;
import org.muxado.engine.Role;
import org.muxado.engine.Termination;
import org.muxado.frame.FrameSummary;
import org.muxado.frame.FrameType;
import org.muxado.transport.InMemoryTransport;

/** What observers are told, in which order, and that they can harm nothing. */
@Timeout(60)
class SessionObserverTest {

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  /** Writes down what it is told of one side. */
  private static class Diary implements SessionObserver {

    final BlockingQueue<String> entries = new LinkedBlockingQueue<>();
    private final Role side;

    Diary(Role side) {
      this.side = side;
    }

    void note(ObservedSession session, String entry) {
      if (session.role() == side) {
        entries.add(entry);
      }
    }

    /** As many entries as wanted, waiting for them. */
    List<String> next(int count) throws InterruptedException {
      List<String> found = new ArrayList<>();
      while (found.size() < count) {
        found.add(entries.take());
      }
      return found;
    }

    @Override
    public void sessionStarted(ObservedSession session) {
      note(session, "started");
    }

    @Override
    public void sessionEnded(ObservedSession session, Termination termination) {
      note(session, "ended " + termination.cause());
    }

    @Override
    public void streamOpened(ObservedSession session, int streamId, int streamType) {
      note(session, "opened " + streamId + " of type " + streamType);
    }

    @Override
    public void streamAccepted(ObservedSession session, int streamId, int streamType) {
      note(session, "accepted " + streamId + " of type " + streamType);
    }

    @Override
    public void streamEnded(ObservedSession session, int streamId, Outcome outcome) {
      note(session, "stream " + streamId + " " + outcome.kind());
    }

    @Override
    public void heartbeatEchoed(ObservedSession session, Duration roundTrip) {
      note(session, "echo after " + roundTrip.toMillis() + " ms");
    }
  }

  private static SessionSettings observedBy(SessionObserver observer) {
    return SessionSettings.builder().noHeartbeat().observer(observer).build();
  }

  private static void exchange(Link link) throws Exception {
    Stream asked = link.client.open(OpenOptions.DEFAULT.withType(9));
    asked.writeLast(NOTHING);
    link.server.accept().close();
    assertEquals(0, asked.inputStream().readAllBytes().length);
    asked.awaitOutcome();
  }

  @ParameterizedTest
  @EnumSource(Link.Kind.class)
  void openerHearsOfItsStream(Link.Kind kind) throws Exception {
    Diary diary = new Diary(Role.CLIENT);
    try (Link link = Link.over(kind, observedBy(diary))) {
      exchange(link);
      link.client.kill();
      assertEquals(
          List.of("started", "opened 3 of type 9", "stream 3 FINISHED", "ended KILLED"),
          diary.next(4));
    }
  }

  @Test
  void acceptorHearsOfItsStream() throws Exception {
    Diary diary = new Diary(Role.SERVER);
    try (Link link = Link.over(Link.Kind.TCP, observedBy(diary))) {
      exchange(link);
      assertEquals(List.of("started", "accepted 3 of type 9", "stream 3 FINISHED"), diary.next(3));
    }
  }

  @Test
  void hearsOfEchoes() throws Exception {
    TestClock clock = new TestClock();
    Diary diary = new Diary(Role.CLIENT);
    SessionSettings beating = SessionSettings.builder().clock(clock).observer(diary).build();
    try (Link link = Link.inMemory(4_096, beating)) {
      clock.advance(beating.protocol().heartbeat().intervalNanos());
      assertEquals(List.of("started", "echo after 0 ms"), diary.next(2));
      assertNull(link.client.termination());
    }
  }

  @Test
  void hearsOfFramesOnBothSides() throws Exception {
    BlockingQueue<FrameSummary> sent = new LinkedBlockingQueue<>();
    BlockingQueue<FrameSummary> received = new LinkedBlockingQueue<>();
    FrameObserver observer =
        new FrameObserver() {
          @Override
          public void frameSent(ObservedSession session, FrameSummary frame) {
            if (session.role() == Role.CLIENT) {
              sent.add(frame);
            }
          }

          @Override
          public void frameReceived(ObservedSession session, FrameSummary frame) {
            if (session.role() == Role.SERVER) {
              received.add(frame);
            }
          }
        };
    try (Link link = Link.over(Link.Kind.BLOCKING_SOCKETS, observedBy(observer))) {
      exchange(link);
      List<FrameSummary> expected =
          List.of(
              new FrameSummary(FrameType.SYN, FrameType.TYPE, 3, 4, 0),
              new FrameSummary(FrameType.DATA, FrameType.FIN, 3, 0, 0));
      assertEquals(expected, List.of(sent.take(), sent.take()));
      assertEquals(expected, List.of(received.take(), received.take()));
    }
  }

  @Test
  void observerMayCallTheSession() throws Exception {
    CountDownLatch called = new CountDownLatch(1);
    Session[] client = new Session[1];
    CountDownLatch known = new CountDownLatch(1);
    SessionObserver observer =
        new SessionObserver() {
          @Override
          public void streamOpened(ObservedSession session, int streamId, int streamType) {
            try {
              known.await();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
            client[0].shutdown();
            called.countDown();
          }
        };
    try (Link link = Link.inMemory(4_096, observedBy(observer))) {
      client[0] = link.client;
      known.countDown();
      link.client.open();
      called.await();
      assertEquals(Termination.Cause.CLOSED, link.client.awaitTermination().cause());
    }
  }

  @Test
  void slowObserverHoldsNothingUp() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    Diary diary =
        new Diary(Role.CLIENT) {
          @Override
          public void sessionStarted(ObservedSession session) {
            try {
              gate.await();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
          }
        };
    try (Link link = Link.inMemory(4_096, observedBy(diary))) {
      exchange(link);
      link.client.close();
      assertTrue(diary.entries.isEmpty());
      gate.countDown();
      assertEquals(
          List.of("opened 3 of type 9", "stream 3 FINISHED", "ended CLOSED"), diary.next(3));
    }
  }

  @Test
  void observerThatThrowsIsLoggedOnceAndHarmsNothing() throws Exception {
    InMemoryTransport.Pair pair = InMemoryTransport.pair(4_096);
    NamedTransport transport = new NamedTransport(pair.client(), "throwing observer test");
    Diary diary =
        new Diary(Role.CLIENT) {
          @Override
          void note(ObservedSession session, String entry) {
            super.note(session, entry);
            throw new IllegalStateException("a fault on purpose");
          }
        };
    try (LogRecords log = new LogRecords()) {
      Session client = Session.start(Role.CLIENT, transport, observedBy(diary));
      client.open();
      client.kill();
      diary.next(4);
      assertEquals(1, log.count(transport.name(), Level.WARNING));
    }
  }

  @Test
  void callsThatAreTooManyAreLeftOutAndCounted() {
    List<Long> leftOut = new ArrayList<>();
    SessionObserver observer =
        new SessionObserver() {
          @Override
          public void callsLeftOut(ObservedSession session, long calls) {
            leftOut.add(calls);
          }
        };
    int[] made = new int[1];
    SessionLock lock = new SessionLock();
    ObserverLoop loop = new ObserverLoop(lock, observer, ObservedSession.next(Role.CLIENT, "none"));
    lock.acquire();
    for (int i = 0; i < ObserverLoop.MAX_WAITING + 4; i++) {
      loop.add(() -> made[0]++);
    }
    loop.over();
    lock.release();
    loop.run();
    assertEquals(ObserverLoop.MAX_WAITING - 1, made[0]); // the call of the start waits, too
    assertEquals(List.of(5L), leftOut);
  }
}
