package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DeliveryRoundsTest {

  private static final int WINDOW = 100;

  private final RoundTrip roundTrip = new RoundTrip();
  private final DeliveryRounds rounds = new DeliveryRounds(roundTrip);
  private long now = 1_000;

  private boolean updateSent(int left) {
    return rounds.updateSent(left, WINDOW, now);
  }

  /**
   * A round: the 50 octets that were left come after so long, then nothing for so long, then 50
   * more with the next WNDINC.
   */
  private boolean round(long untilLimit, long idle) {
    now += untilLimit;
    rounds.received(50, now);
    now += idle;
    rounds.received(50, now);
    return updateSent(50);
  }

  @Test
  void peerThatStopsForWindowNeedsMore() {
    assertFalse(updateSent(50));
    assertFalse(round(0, 1_000));
    assertTrue(round(0, 1_000));
  }

  @Test
  void countsAnewOnceTheWindowWasTooSmall() {
    updateSent(50);
    round(0, 1_000);
    assertTrue(round(0, 1_000));
    assertFalse(round(0, 1_000));
    assertTrue(round(0, 1_000));
  }

  @Test
  void oneFullRoundAloneIsNoReason() {
    updateSent(50);
    for (int i = 0; i < 5; i++) {
      assertFalse(round(0, 1_000));
      assertFalse(round(1_000, 0));
    }
  }

  @Test
  void peerStopsWhereMoreThanAQuarterIsIdle() {
    updateSent(50);
    for (int i = 0; i < 3; i++) {
      assertFalse(round(75, 25));
    }
    round(74, 26);
    assertTrue(round(74, 26));
  }

  @Test
  void peerThatPausesWithWindowLeftHasNotStopped() {
    updateSent(50);
    for (int i = 0; i < 3; i++) {
      rounds.received(49, now);
      now += 1_000;
      rounds.received(51, now);
      assertFalse(updateSent(50));
    }
  }

  @Test
  void idleTimeBeforeTheUpdateDoesNotCount() {
    rounds.received(50, now);
    now += 1_000;
    updateSent(0);
    for (int i = 0; i < 3; i++) {
      now += 75;
      rounds.received(0, now);
      now += 25;
      rounds.received(100, now);
      now += 1_000;
      assertFalse(updateSent(0));
    }
  }

  @Test
  void windowWithRoomForTheShortestRoundTripIsLargeEnough() {
    roundTrip.took(25);
    updateSent(50);
    for (int i = 0; i < 3; i++) {
      assertFalse(round(0, 100));
    }
  }

  @Test
  void windowWithoutRoomForTheShortestRoundTripIsNot() {
    roundTrip.took(26);
    updateSent(50);
    round(0, 100);
    assertTrue(round(0, 100));
  }

  @Test
  void rateIsThatOfTheWholeRound() {
    roundTrip.took(25);
    updateSent(50);
    for (int i = 0; i < 3; i++) {
      rounds.received(50, now);
      now += 100;
      rounds.received(51, now);
      now += 1;
      assertFalse(updateSent(50));
    }
    for (int i = 0; i < 2; i++) {
      rounds.received(50, now);
      now += 100;
      rounds.received(52, now);
      now += 1;
      assertEquals(i == 1, updateSent(50));
    }
  }

  @Test
  void answerIsTheFirstOctetThatNeededTheUpdate() {
    updateSent(50);
    now += 10;
    rounds.received(50, now);
    now += 10;
    rounds.received(1, now);
    assertEquals(20, roundTrip.minNanos());
    now += 1;
    rounds.received(1, now);
    assertEquals(20, roundTrip.minNanos());
  }

  @Test
  void octetsBeforeTheFirstUpdateAreNoAnswer() {
    rounds.received(500, now);
    assertEquals(Long.MAX_VALUE, roundTrip.minNanos());
    updateSent(50);
    rounds.received(50, now);
    assertEquals(Long.MAX_VALUE, roundTrip.minNanos());
  }

  @Test
  void updateBeforeTheAnswerDoesNotStartARound() {
    updateSent(50);
    now += 10;
    updateSent(0);
    now += 10;
    rounds.received(51, now);
    assertEquals(20, roundTrip.minNanos());
  }

  @Test
  void roundInNoTimeIsNotFull() {
    updateSent(50);
    for (int i = 0; i < 3; i++) {
      assertFalse(round(0, 0));
    }
  }
}
