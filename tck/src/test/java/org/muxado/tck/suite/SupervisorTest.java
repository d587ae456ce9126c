package org.muxado.tck.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.tck.player.CallWatch;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SupervisorTest {

  private static boolean goOnForEver() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    return true;
  }

  @Test
  void workThatGoesOnForEverIsGivenUp() {
    Supervisor.StuckException stuck =
        assertThrows(
            Supervisor.StuckException.class,
            () -> new Supervisor(1_000_000).run(SupervisorTest::goOnForEver, new CallWatch()));
    assertEquals("the case to end within 60 ms", stuck.getMessage());
  }
}
