package org.muxado.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the holder of the session lock leaves to be done when the lock is released: threads to
 * unpark, and calls of the transport or the clock. Filled under the lock, run by one thread without
 * it.
 */
final class AfterUnlock {

  private final List<Waiter> waiters = new ArrayList<>(4);
  private final List<Runnable> calls = new ArrayList<>(0);

  void unpark(Waiter waiter) {
    waiters.add(waiter);
  }

  void call(Runnable call) {
    calls.add(call);
  }

  boolean isEmpty() {
    return waiters.isEmpty() && calls.isEmpty();
  }

  /** Does it all; what one of them throws stops none of the others. */
  void run(Consumer<Throwable> onFault) {
    for (Waiter waiter : waiters) {
      try {
        waiter.unpark();
      } catch (RuntimeException | Error e) {
        onFault.accept(e);
      }
    }
    for (Runnable call : calls) {
      try {
        call.run();
      } catch (RuntimeException | Error e) {
        onFault.accept(e);
      }
    }
  }
}
