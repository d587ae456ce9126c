package org.muxado.tck.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muxado.tck.spi.KitClock;

class ManualClockTest {

  private final ManualClock clock = new ManualClock();
  private final List<String> ran = new ArrayList<>();

  @Test
  void standsStillUntilAdvanced() {
    clock.schedule(5, () -> ran.add("a"));
    assertEquals(0, clock.nanoTime());
    clock.advance(4);
    assertEquals(4, clock.nanoTime());
    assertEquals(List.of(), ran);
  }

  @Test
  void runsWhatFallsDueInTheOrderOfTimes() {
    clock.schedule(9, () -> ran.add("late at " + clock.nanoTime()));
    clock.schedule(5, () -> ran.add("first at " + clock.nanoTime()));
    clock.schedule(5, () -> ran.add("second at " + clock.nanoTime()));
    clock.advance(10);
    assertEquals(List.of("first at 10", "second at 10", "late at 10"), ran);
    assertEquals(10, clock.nanoTime());
  }

  @Test
  void runsWhatATaskSchedulesWithinTheAdvance() {
    clock.schedule(3, () -> clock.schedule(6, () -> ran.add("at " + clock.nanoTime())));
    clock.advance(7);
    assertEquals(List.of("at 7"), ran);
  }

  /** Once a close that gave up sending and then waiting, in one jump, lost its GOAWAY. */
  @Test
  void runsNoChainOfLimitsInOneJump() {
    clock.schedule(3, () -> clock.schedule(clock.nanoTime() + 3, () -> ran.add("chained")));
    clock.advance(60);
    assertEquals(List.of(), ran);
    clock.advance(3);
    assertEquals(List.of("chained"), ran);
  }

  @Test
  void runsAtOnceWhatIsPast() {
    clock.advance(5);
    clock.schedule(5, () -> ran.add("now"));
    clock.advance(5);
    assertEquals(List.of("now"), ran);
  }

  @Test
  void leavesOutWhatWasCancelled() {
    KitClock.Timer timer = clock.schedule(5, () -> ran.add("a"));
    timer.cancel();
    clock.advance(10);
    assertEquals(List.of(), ran);
  }

  @Test
  void refusesToGoBack() {
    assertThrows(IllegalArgumentException.class, () -> clock.advance(-1));
  }
}
