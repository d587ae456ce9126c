package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WindowBudgetTest {

  private final WindowBudget budget = new WindowBudget(100);

  @Test
  void grantsUpToItsSize() {
    assertTrue(budget.grant(0, 60));
    assertFalse(budget.grant(60, 41));
    assertTrue(budget.grant(60, 40));
    assertFalse(budget.grant(0, 1));
  }

  @Test
  void grantsAgainWhatWasReleased() {
    budget.grant(0, 100);
    budget.release(100, 30);
    assertFalse(budget.grant(0, 31));
    assertTrue(budget.grant(0, 30));
  }

  @Test
  void nobodyHoldsTooMuchWhileAllCanGrow() {
    budget.grant(0, 100);
    assertEquals(0, budget.surplusBytes(100));
  }

  @Test
  void sharesWithThoseThatCouldNotGrow() {
    budget.grant(0, 100);
    budget.grant(0, 60);
    assertEquals(50, budget.surplusBytes(100));
    assertEquals(1, budget.surplusBytes(51));
    assertEquals(0, budget.surplusBytes(50));
    assertEquals(0, budget.surplusBytes(49));
  }

  @Test
  void sharesUntilWhatWasMissingIsThere() {
    budget.grant(0, 100);
    budget.grant(0, 10);
    assertEquals(10, budget.surplusBytes(100));
    budget.release(100, 9);
    assertEquals(1, budget.surplusBytes(91));
    budget.release(91, 1);
    assertEquals(0, budget.surplusBytes(90));
  }

  @Test
  void forgetsWhatWasMissingOnceItIsGranted() {
    budget.grant(0, 100);
    budget.grant(0, 10);
    budget.release(100, 10);
    budget.grant(0, 10);
    assertEquals(0, budget.surplusBytes(90));
  }

  @Test
  void shareIsOneOfAllThatHaveGrownAndOneMore() {
    budget.grant(0, 30);
    budget.grant(30, 30);
    budget.grant(0, 40);
    budget.grant(32, 50);
    assertEquals(60 - 33, budget.surplusBytes(60));
  }

  @Test
  void windowThatCameDownWhollyHasNoShare() {
    budget.grant(0, 30);
    budget.grant(0, 70);
    budget.release(30, 10);
    budget.release(20, 20);
    budget.grant(0, 61);
    assertEquals(20, budget.surplusBytes(70));
  }

  @Test
  void whoHoldsAShareMakesNobodyComeDown() {
    budget.grant(0, 50);
    budget.grant(50, 51);
    assertEquals(0, budget.surplusBytes(51));
    budget.grant(49, 51);
    assertEquals(1, budget.surplusBytes(51));
    budget.grant(50, 51);
    assertEquals(1, budget.surplusBytes(51));
  }

  @Test
  void emptyBudgetAllowsNoGrowth() {
    assertFalse(new WindowBudget(0).allowsGrowth());
    assertTrue(new WindowBudget(1).allowsGrowth());
  }
}
