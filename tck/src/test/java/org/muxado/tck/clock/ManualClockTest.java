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
    assertEquals(List.of("first at 5", "second at 5", "late at 9"), ran);
    assertEquals(10, clock.nanoTime());
  }

  @Test
  void runsWhatATaskSchedulesWithinTheAdvance() {
    clock.schedule(3, () -> clock.schedule(6, () -> ran.add("at " + clock.nanoTime())));
    clock.advance(7);
    assertEquals(List.of("at 6"), ran);
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
