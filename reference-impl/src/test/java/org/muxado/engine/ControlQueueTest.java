package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muxado.engine.Wire.goAway;
import static org.muxado.engine.Wire.rst;

import org.junit.jupiter.api.Test;

class ControlQueueTest {

  private final ControlQueue queue = new ControlQueue();

  @Test
  void onlyAnswersAreCounted() {
    queue.add(rst(3, 7));
    queue.answer(rst(5, 7));
    assertEquals(1, queue.answers());
    queue.removeFirst();
    assertEquals(1, queue.answers());
    queue.removeFirst();
    assertEquals(0, queue.answers());
  }

  @Test
  void tellsWhetherAGoAwayWasDropped() {
    queue.add(rst(3, 7));
    assertFalse(queue.keepResets());
    queue.add(goAway(0, 0, ""));
    assertTrue(queue.keepResets());
    assertEquals(rst(3, 7), queue.advance());
  }
}
