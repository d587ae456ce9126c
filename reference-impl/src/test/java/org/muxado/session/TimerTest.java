package org.muxado.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.engine.EndKind;
import org.muxado.engine.Role;
import org.muxado.engine.Termination;
import org.muxado.session.Link.Kind;
import org.muxado.transport.InMemoryTransport;

@Timeout(60)
class TimerTest {

  private final TestClock clock = new TestClock();
  private final SessionSettings still =
      SessionSettings.builder().noHeartbeat().clock(clock).build();

  @Test
  void drainWaitsForStreamsAndCloses() throws Exception {
    try (Link link = Link.inMemory(4_096, still)) {
      Stream there = link.client.open();
      Stream here = link.server.accept();
      link.server.drain(Duration.ofHours(1));
      clock.advance(Duration.ofSeconds(1).toNanos());
      here.writeLast(Bytes.of("done"));
      assertEquals("done", new String(Bytes.readAll(there), US_ASCII));
      assertNull(link.server.termination());
      there.shutdownOutput();
      assertEquals(Termination.Cause.CLOSED, link.server.awaitTermination().cause());
      assertTrue(link.client.awaitTermination().byPeer());
    }
  }

  @Test
  void drainClosesAtItsDeadline() throws Exception {
    try (Link link = Link.inMemory(4_096, still)) {
      Stream there = link.client.open();
      link.server.accept();
      link.server.drain(Duration.ofMinutes(1));
      clock.advance(Duration.ofSeconds(59).toNanos());
      assertNull(link.server.termination());
      clock.advance(Duration.ofSeconds(1).toNanos());
      assertEquals(Termination.Cause.CLOSED, link.server.awaitTermination().cause());
      assertEquals(EndKind.SESSION_ENDED, there.awaitOutcome().kind());
    }
  }

  @Test
  void missingHeartbeatEndsTheSession() throws Exception {
    SessionSettings beating =
        SessionSettings.builder()
            .heartbeat(Duration.ofSeconds(3), Duration.ofSeconds(10))
            .clock(clock)
            .build();
    Session lonely = Session.start(Role.CLIENT, InMemoryTransport.pair(4_096).client(), beating);
    clock.advance(Duration.ofSeconds(12).toNanos());
    assertNull(lonely.termination());
    clock.advance(Duration.ofSeconds(1).toNanos());
    assertEquals(Termination.Cause.HEARTBEAT, lonely.awaitTermination().cause());
    lonely.kill();
  }

  @Test
  void transportThatTakesNothingEndsTheSession() throws Exception {
    Session stuck = Session.start(Role.CLIENT, InMemoryTransport.pair(4).client(), still);
    Stream stream = stuck.open();
    while (stuck.termination() == null) { // the io thread may still be on its way to the write
      clock.advance(still.protocol().limits().writeStallNanos());
    }
    assertEquals(Termination.Cause.TRANSPORT, stuck.awaitTermination().cause());
    assertEquals(EndKind.SESSION_ENDED, stream.awaitOutcome().kind());
  }

  @Test
  void closeTakesNoLongerThanItsSettings() throws Exception {
    SessionSettings brief =
        SessionSettings.builder()
            .noHeartbeat()
            .clock(clock)
            .flush(Duration.ofSeconds(2))
            .linger(Duration.ofSeconds(3))
            .build();
    Session stuck = Session.start(Role.CLIENT, InMemoryTransport.pair(4).client(), brief);
    stuck.open().tryWrite(Bytes.of("never read"));
    Background<Void> closing =
        Background.run(
            () -> {
              stuck.close();
              return null;
            });
    closing.untilItWaits();
    clock.advance(Duration.ofSeconds(2).toNanos() - 1);
    assertNull(stuck.termination()); // still flushing
    clock.advance(1);
    assertEquals(Termination.Cause.CLOSED, stuck.awaitTermination().cause());
    clock.advance(Duration.ofSeconds(3).toNanos());
    closing.get();
  }

  @Test
  void answeredHeartbeatsKeepTheSession() throws Exception {
    SessionSettings beating =
        SessionSettings.builder().heartbeat(Duration.ofMillis(1), Duration.ofHours(1)).build();
    try (Link link = Link.over(Kind.TCP, beating)) {
      Stream there = link.client.open();
      Stream here = link.server.accept();
      for (int i = 0; i < 1_000; i++) {
        there.write(Bytes.of("x"));
        assertEquals("x", Bytes.readText(here, 1));
      }
      assertNull(link.client.termination());
    }
  }
}
