package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SessionLockTest {

  private final SessionLock lock = new SessionLock();
  private final WaitingThreads list = new WaitingThreads();

  /**
   * A lock that the thread contends for before it parks uses up its permit. The signal was lost
   * then, and a reader slept for ever beside octets that had come.
   */
  @Test
  void signalIsNotLostWithThePermit() throws Exception {
    Background<Boolean> waiting =
        Background.run(
            () -> {
              lock.acquire();
              lock.after().call(this::signalFromElsewhere);
              lock.after().call(LockSupport::park);
              boolean signalled = lock.park(list, CallLimit.NONE);
              lock.release();
              return signalled;
            });
    assertTrue(waiting.get());
  }

  private void signalFromElsewhere() {
    Thread other =
        new Thread(
            () -> {
              lock.acquire();
              list.signalOne(lock.after());
              lock.release();
            });
    other.start();
    while (other.isAlive()) {
      Thread.onSpinWait();
    }
  }
}
