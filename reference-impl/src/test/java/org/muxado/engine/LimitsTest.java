package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How limits are changed; their least values are in {@link SettingsRangeTest}. */
class LimitsTest {

  @Test
  void eachMethodChangesItsOwnLimit() {
    Limits changed =
        Limits.DEFAULT
            .withMaxPeerStreams(1)
            .withMaxQueuedAnswers(2)
            .withMaxResets(3, Duration.ofNanos(4))
            .withMaxEmptyData(5)
            .withMaxExcessWindowUpdates(6)
            .withMaxGoAways(7)
            .withResetsRemembered(1_008)
            .withWriteStall(Duration.ofNanos(9))
            .withFrameTime(Duration.ofNanos(10));
    assertEquals(new Limits(1, 2, 3, 4, 5, 6, 7, 1_008, 9, 10), changed);
  }

  @Test
  void defaultsAreThoseOfTheSpecification() {
    Limits usual = Limits.DEFAULT;
    assertEquals(256, usual.maxPeerStreams());
    assertEquals(1_000, usual.maxQueuedAnswers());
    assertEquals(1_000, usual.maxResets());
    assertEquals(Duration.ofSeconds(30).toNanos(), usual.resetWindowNanos());
    assertEquals(100, usual.maxEmptyData());
    assertEquals(1_000, usual.maxExcessWindowUpdates());
    assertEquals(100, usual.maxGoAways());
    assertEquals(1_000, usual.resetsRemembered());
  }

  @Test
  void refusesValuesThatBreakTheProtocol() {
    assertThrows(IllegalArgumentException.class, () -> Limits.DEFAULT.withResetsRemembered(999));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Limits.DEFAULT.withMaxPeerStreams(0));
    assertEquals("maxPeerStreams of 0 is below 1", refused.getMessage());
    Duration negative = Duration.ofNanos(-1);
    refused =
        assertThrows(
            IllegalArgumentException.class, () -> Limits.DEFAULT.withMaxResets(1, negative));
    assertEquals("resetWindowNanos of -1 is below 1", refused.getMessage());
  }

  @Test
  void longestTimesOverflowNothing() {
    Duration longest = Duration.ofSeconds(Long.MAX_VALUE);
    assertEquals(Long.MAX_VALUE / 2, Limits.DEFAULT.withFrameTime(longest).frameNanos());
  }
}
