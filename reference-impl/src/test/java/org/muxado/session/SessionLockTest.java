package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.transport.InMemoryTransport;

@Timeout(60)
class SessionLockTest {

  private final SessionLock lock = new SessionLock();
  private final WaitingThreads list = new WaitingThreads();
  private final RuntimeException fault = new IllegalStateException("a fault on purpose");

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

  /** It was thrown at whoever let go of the lock; those behind were not woken, calls not made. */
  @Test
  void faultOfAWakeUpStopsNoOther() throws Exception {
    List<Throwable> faults = new ArrayList<>();
    lock.onFault(faults::add);
    Waiter reading = Background.run(this::waiterInFaultyTransport).get();
    list.add(reading);
    Background<Boolean> waiting = Background.run(this::park).untilItWaits();
    boolean[] called = new boolean[1];
    lock.acquire();
    list.signalAll(lock.after());
    lock.after().call(() -> called[0] = true);
    lock.release();
    assertTrue(waiting.get());
    assertTrue(called[0]);
    assertEquals(List.of(fault), faults);
  }

  private boolean park() {
    lock.acquire();
    boolean signalled = lock.park(list, CallLimit.NONE);
    lock.release();
    return signalled;
  }

  private Waiter waiterInFaultyTransport() {
    Waiter waiter = new Waiter();
    waiter.reads(
        new ForwardingTransport(InMemoryTransport.pair(1).client()) {
          @Override
          public void wakeup() {
            throw fault;
          }
        });
    return waiter;
  }
}
