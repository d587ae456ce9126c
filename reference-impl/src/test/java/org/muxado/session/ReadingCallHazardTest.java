package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.engine.Role;
import org.muxado.engine.Termination;
import org.muxado.transport.InMemoryTransport;
import org.muxado.transport.PolledTransport;

/** Hazards of calls that read the transport: what is left over, faults, heartbeats. */
@Timeout(60)
class ReadingCallHazardTest {

  private static final int OCTETS = 60_000;

  @Test
  void callThatReadsFinishesWhatWasLeftOver() throws Exception {
    try (Link link = Link.inMemory(1_000, Link.PLAIN)) {
      Stream there = link.client.open();
      Background<Integer> reading = ReadingCall.of(there, link.server.accept());
      Stream other = link.client.open();
      other.writeLast(ByteBuffer.wrap(Bytes.pattern(OCTETS, 1))); // far more than the pipe takes
      assertArrayEquals(Bytes.pattern(OCTETS, 1), Bytes.readAll(link.server.accept()));
      assertFalse(reading.isDone());
    }
  }

  @Test
  void whatIsLeftOverGoesOnWhenTheCallLeaves() throws Exception {
    try (Link link = Link.inMemory(1_000, Link.PLAIN)) {
      Stream there = link.client.open();
      Background<Integer> reading = ReadingCall.of(there, link.server.accept());
      Stream other = link.client.open();
      other.writeLast(ByteBuffer.wrap(Bytes.pattern(OCTETS, 1)));
      reading.interrupt();
      assertArrayEquals(Bytes.pattern(OCTETS, 1), Bytes.readAll(link.server.accept()));
    }
  }

  @Test
  void whatIsLeftOverGoesOnWhileNobodyReads() throws Exception {
    try (Link link = Link.inMemory(1_000, Link.PLAIN)) {
      Stream there = link.client.open();
      Stream here = link.server.accept();
      Background<Integer> reading = ReadingCall.of(there, here);
      here.write(Bytes.of("x"));
      reading.get(); // for a tick, nobody reads
      there.writeLast(ByteBuffer.wrap(Bytes.pattern(OCTETS, 1)));
      assertArrayEquals(Bytes.pattern(OCTETS, 1), Bytes.readAll(here));
    }
  }

  /**
   * The io thread lets go of the input while another thread's write stalls: it was given the input
   * back at once, and waited with what it had known of the output before.
   */
  @Test
  void writeThatStallsAsTheInputIsLetGoIsFinished() throws Exception {
    try (Link link = Link.inMemory(100, Link.PLAIN)) {
      Stream there = link.client.open();
      Stream here = link.server.accept();
      Stream other = link.client.open();
      Stream otherHere = link.server.accept();
      for (int i = 0; i < 3_000; i++) {
        Background<Integer> reading = Background.run(() -> there.read(ByteBuffer.allocate(1)));
        here.write(Bytes.of("x"));
        other.write(ByteBuffer.wrap(Bytes.pattern(400, i)));
        byte[] octets = otherHere.inputStream().readNBytes(400);
        assertArrayEquals(Bytes.pattern(400, i), octets);
        reading.get();
      }
    }
  }

  @Test
  void heartbeatsAreEchoedWhoeverReads() throws Exception {
    TestClock clock = new TestClock();
    Semaphore echoes = new Semaphore(0);
    SessionSettings beating =
        SessionSettings.builder().clock(clock).observer(countingEchoes(echoes)).build();
    InMemoryTransport.Pair pair = InMemoryTransport.pair(1_000);
    Session server = Session.start(Role.SERVER, pair.server(), beating);
    Session client = Session.start(Role.CLIENT, pair.client(), Link.PLAIN);
    try (Link link = new Link(client, server)) {
      Stream there = link.client.open();
      Stream here = link.server.accept();
      for (int i = 0; i < 5; i++) {
        Background<Integer> reading = ReadingCall.of(there, here);
        clock.advance(beating.protocol().heartbeat().intervalNanos());
        echoes.acquire(); // while the call reads
        here.write(Bytes.of("x"));
        reading.get();
        clock.advance(beating.protocol().heartbeat().intervalNanos());
        echoes.acquire(); // while no call does
      }
    }
  }

  private static SessionObserver countingEchoes(Semaphore echoes) {
    return new SessionObserver() {
      @Override
      public void heartbeatEchoed(ObservedSession session, Duration roundTrip) {
        echoes.release();
      }
    };
  }

  @Test
  void faultOfAReadIsThrownByTheCall() throws Exception {
    InMemoryTransport.Pair pair = InMemoryTransport.pair(1_000);
    FaultyReads transport = new FaultyReads(pair.client());
    Session server = Session.start(Role.SERVER, pair.server(), Link.PLAIN);
    Session client = Session.start(Role.CLIENT, transport, Link.PLAIN);
    try (Link link = new Link(client, server)) {
      Stream there = link.client.open();
      Stream here = link.server.accept();
      Background<Integer> reading = ReadingCall.of(there, here);
      Background<Stream> accepting = Background.run(client::accept).untilItWaits();
      transport.fault = new IllegalStateException("a fault on purpose");
      here.write(Bytes.of("x"));
      assertSame(transport.fault, reading.failure());
      assertEquals(Termination.Cause.KILLED, client.awaitTermination().cause());
      assertSame(SessionEndedException.class, accepting.failure().getClass());
      client.close();
    }
  }

  /** A transport that throws when told to. */
  private static final class FaultyReads extends ForwardingTransport {

    volatile RuntimeException fault;

    FaultyReads(PolledTransport inner) {
      super(inner);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      if (fault != null) {
        throw fault;
      }
      return super.read(target);
    }

    @Override
    public String name() {
      return "faulty reads";
    }
  }
}
