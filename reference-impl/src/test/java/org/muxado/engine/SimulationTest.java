package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two engines against each other, at random: what must hold whatever happens. */
class SimulationTest {

  private static final EngineSettings SETTINGS =
      EngineSettings.builder()
          .backlog(3)
          .peerUnderstandsPri(true)
          .heartbeat(new HeartbeatTiming(5_000_000, 1_000_000_000))
          .build();

  @Test
  void peaceBringsEveryOctetAndNoError() {
    for (int seed = 0; seed < 150; seed++) {
      SimulatedSession session = new SimulatedSession(seed, SETTINGS);
      session.run(400);
      settle(session);
      assertNull(session.client.engine.termination(), "seed " + seed);
      assertNull(session.server.engine.termination(), "seed " + seed);
      for (SimulatedEnd.Use use : session.client.uses) {
        checkDelivery(seed, use, session.server.byId.get(use.stream.id()));
      }
    }
  }

  /** Reads and moves until nothing changes. */
  private static void settle(SimulatedSession session) {
    for (int i = 0; i < 400; i++) {
      session.transfer();
      session.client.uses.forEach(session.client::read);
      session.server.uses.forEach(session.server::read);
      session.client.accept();
      session.server.accept();
    }
  }

  private static void checkDelivery(int seed, SimulatedEnd.Use sender, SimulatedEnd.Use receiver) {
    if (receiver == null) {
      return;
    }
    String where = "seed " + seed + " stream " + sender.stream.id();
    checkDirection(where, sender, receiver);
    checkDirection(where, receiver, sender);
    Outcome outcome = sender.stream.outcome();
    assertFalse(outcome != null && outcome.retry() == RetryVerdict.NOT_PROCESSED, where + outcome);
  }

  private static void checkDirection(
      String where, SimulatedEnd.Use sender, SimulatedEnd.Use receiver) {
    boolean cut = hasFailed(sender) || hasFailed(receiver);
    boolean reads =
        receiver.stream.inputFailure() == null || receiver.stream.reading == Reading.ENDED;
    if (!cut && reads && !receiver.inputShut) {
      assertEquals(sender.written, receiver.read, where);
      assertEquals(sender.finished, receiver.sawEof, where);
    }
    assertTrue(receiver.read <= sender.written, where);
  }

  private static boolean hasFailed(SimulatedEnd.Use use) {
    return use.stream.reading.isClosed()
        || (use.stream.outcome() != null && use.stream.outcome().failed());
  }

  @Test
  void verdictsAreSoundWhereverTheTransportBreaks() {
    int unprocessed = 0;
    for (int seed = 0; seed < 1_500; seed++) {
      Random random = new Random(seed);
      SimulatedSession session = new SimulatedSession(seed, SETTINGS);
      session.breakAfter(random.nextBoolean(), 1 + random.nextInt(600), random.nextBoolean());
      session.run(60);
      doSomethingFinal(session, random);
      session.run(10);
      session.end();
      unprocessed += checkVerdicts(seed, session.client, session.server);
      unprocessed += checkVerdicts(seed, session.server, session.client);
    }
    assertTrue(unprocessed > 1_000, "only " + unprocessed);
  }

  private static void doSomethingFinal(SimulatedSession session, Random random) {
    Engine engine = (random.nextBoolean() ? session.client : session.server).engine;
    switch (random.nextInt(5)) {
      case 0 -> engine.goAway(0, java.nio.ByteBuffer.allocate(0));
      case 1 -> engine.drain(session.now);
      case 2 -> engine.closeSession(session.now);
      case 3 -> engine.kill();
      default -> {}
    }
  }

  private static int checkVerdicts(int seed, SimulatedEnd opener, SimulatedEnd peer) {
    assertNotNull(opener.engine.termination());
    int unprocessed = 0;
    for (SimulatedEnd.Use use : opener.uses) {
      Outcome outcome = use.stream.outcome();
      assertNotNull(outcome, "seed " + seed + " stream " + use.stream.id());
      assertEquals(
          use.stream.own() && outcome.failed(), outcome.retry() != null, outcome.toString());
      if (outcome.retry() == RetryVerdict.NOT_PROCESSED) {
        unprocessed++;
        assertFalse(peer.handedOver.contains(use.stream.id()), "seed " + seed + " " + outcome);
      }
    }
    return unprocessed;
  }
}
