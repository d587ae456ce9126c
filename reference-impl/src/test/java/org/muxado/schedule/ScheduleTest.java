package org.muxado.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScheduleTest {

  private final Schedule<String> schedule = new Schedule<>();
  private final Turn<String> a = new Turn<>("a", 1);
  private final Turn<String> b = new Turn<>("b", 1);
  private final Turn<String> c = new Turn<>("c", 1);
  private final Turn<String> urgent = new Turn<>("urgent", Integer.MAX_VALUE);

  private String turns(int count) {
    StringBuilder order = new StringBuilder();
    for (int i = 0; i < count; i++) {
      order.append(schedule.first());
      schedule.rotate();
    }
    return order.toString();
  }

  @Test
  void emptyScheduleHasNobody() {
    assertNull(schedule.first());
  }

  @Test
  void equalsTakeTurns() {
    schedule.add(a);
    schedule.add(b);
    schedule.add(c);
    assertEquals("abcabc", turns(6));
  }

  @Test
  void newcomersQueueBehindTheirEquals() {
    schedule.add(a);
    schedule.add(b);
    schedule.rotate();
    schedule.add(c);
    assertEquals("bacbac", turns(6));
  }

  @Test
  void addingTwiceChangesNothing() {
    schedule.add(a);
    schedule.add(b);
    schedule.add(a);
    assertEquals("abab", turns(4));
  }

  @Test
  void moreUrgentComesFirst() {
    schedule.add(a);
    schedule.add(urgent);
    assertEquals("urgent", schedule.first());
    schedule.remove(urgent);
    assertEquals("a", schedule.first());
  }

  @Test
  void removalFromAnyPlaceKeepsTheOrder() {
    schedule.add(a);
    schedule.add(b);
    schedule.add(c);
    schedule.remove(b);
    assertEquals("acac", turns(4));
    schedule.remove(a);
    assertEquals("cc", turns(2));
    schedule.add(b);
    schedule.remove(c);
    assertEquals("bb", turns(2));
    schedule.remove(b);
    schedule.remove(b);
    assertNull(schedule.first());
  }

  @Test
  void changedPriorityCountsAtOnce() {
    schedule.add(a);
    schedule.add(b);
    schedule.setPriority(b, 2);
    assertEquals("b", schedule.first());
    schedule.setPriority(b, 0);
    assertEquals("a", schedule.first());
    assertEquals(0, b.priority());
  }

  @Test
  void priorityOfAnAbsentTurnDoesNotAddIt() {
    schedule.setPriority(a, 9);
    assertNull(schedule.first());
    assertFalse(a.isWaiting());
    schedule.add(a);
    assertTrue(a.isWaiting());
    assertEquals(9, a.priority());
  }
}
