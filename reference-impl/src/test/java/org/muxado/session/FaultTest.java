package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.engine.Role;
import org.muxado.engine.Termination;
import org.muxado.transport.InMemoryTransport;
import org.muxado.transport.PolledTransport;

/** A fault that nobody expects kills the session, on whichever thread it comes. */
@Timeout(60)
class FaultTest {

  private final Faulty transport = new Faulty(InMemoryTransport.pair(4_096).client());

  @Test
  void faultOfAWriteOnAUserThreadKillsTheSession() throws Exception {
    Session session = Session.start(Role.CLIENT, transport, Link.PLAIN);
    transport.writeFault = new AssertionError("a fault on purpose");
    assertEquals(transport.writeFault, assertThrows(AssertionError.class, session::open));
    assertEquals(Termination.Cause.KILLED, session.awaitTermination().cause());
    session.close();
  }

  @Test
  void faultOfAWriteOnTheClocksThreadKillsTheSession() throws Exception {
    TestClock clock = new TestClock();
    SessionSettings beating = SessionSettings.builder().clock(clock).build();
    Session session = Session.start(Role.CLIENT, transport, beating);
    transport.writeFault = new IllegalStateException("a fault on purpose");
    clock.advance(beating.protocol().heartbeat().intervalNanos());
    assertEquals(Termination.Cause.KILLED, session.awaitTermination().cause());
    session.close();
  }

  @Test
  void faultOfATransportsCloseIsNotWaitedFor() throws Exception {
    Session session = Session.start(Role.CLIENT, transport, Link.PLAIN);
    transport.closeFault = new IllegalStateException("a fault on purpose");
    session.kill();
    session.close();
    assertEquals(Termination.Cause.KILLED, session.awaitTermination().cause());
  }

  /** It waited for the peer's end for as long as closing may take. */
  @Test
  void failureOfTheEndOfOutputEndsTheClose() throws Exception {
    SessionSettings patient =
        SessionSettings.builder().noHeartbeat().linger(Duration.ofDays(1)).build();
    Session session = Session.start(Role.CLIENT, transport, patient);
    transport.endFailure = new IOException("broken pipe");
    session.close();
    assertEquals(Termination.Cause.CLOSED, session.awaitTermination().cause());
  }

  /** Stands for a system that has no thread left, which a test cannot bring about. */
  @Test
  void closesWhereNoThreadCanBeMade() throws Exception {
    Session session = Session.start(Role.CLIENT, transport, Link.PLAIN);
    transport.nameFault = new OutOfMemoryError("a fault on purpose");
    session.close(); // used to wait for ever
    assertTrue(transport.closed);
  }

  @Test
  void slowCloseDoesNotHoldTheClocksThread() throws Exception {
    TestClock clock = new TestClock();
    SessionSettings beating = SessionSettings.builder().clock(clock).build();
    Session session = Session.start(Role.CLIENT, transport, beating);
    transport.closeGate = new CountDownLatch(1);
    clock.advance(Duration.ofMinutes(1).toNanos()); // no echo comes; this thread is the clock's
    assertEquals(Termination.Cause.HEARTBEAT, session.awaitTermination().cause());
    transport.closeGate.countDown();
    session.close();
  }

  @Test
  void faultOfTheClockKillsTheSession() throws Exception {
    SessionClock broken =
        new SessionClock() {
          @Override
          public long nanoTime() {
            return 0;
          }

          @Override
          public void schedule(long atNanoTime, Runnable task) {
            throw new IllegalStateException("a fault on purpose");
          }
        };
    SessionSettings beating = SessionSettings.builder().clock(broken).build();
    Session session = Session.start(Role.CLIENT, transport, beating);
    assertEquals(Termination.Cause.KILLED, session.awaitTermination().cause());
    session.close();
  }

  /** A transport that throws when told to. */
  private static final class Faulty extends ForwardingTransport {

    volatile Throwable writeFault;
    volatile RuntimeException closeFault;
    volatile Error nameFault;
    volatile IOException endFailure;
    volatile boolean closed;
    volatile CountDownLatch closeGate = new CountDownLatch(0);

    Faulty(PolledTransport inner) {
      super(inner);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      if (writeFault instanceof Error error) {
        throw error;
      }
      if (writeFault instanceof RuntimeException exception) {
        throw exception;
      }
      return super.write(source);
    }

    @Override
    public void endOutput() throws IOException {
      if (endFailure != null) {
        throw endFailure;
      }
      super.endOutput();
    }

    @Override
    public void close() {
      try {
        closeGate.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      super.close();
      closed = true;
      if (closeFault != null) {
        throw closeFault;
      }
    }

    @Override
    public String name() {
      if (nameFault != null) {
        throw nameFault;
      }
      return "faulty transport";
    }
  }
}
