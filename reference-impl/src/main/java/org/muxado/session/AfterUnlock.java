package org.muxado.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * What the holder of the session lock leaves to be done when the lock is released: threads to
 * unpark, and calls of the transport or the clock. Filled under the lock, run by one thread without
 * it.
 */
final class AfterUnlock {

  private final List<Thread> threads = new ArrayList<>(4);
  private final List<Runnable> calls = new ArrayList<>(0);

  void unpark(Thread thread) {
    threads.add(thread);
  }

  void call(Runnable call) {
    calls.add(call);
  }

  boolean isEmpty() {
    return threads.isEmpty() && calls.isEmpty();
  }

  /** Does it all; what a call throws stops none of the others. */
  void run(Consumer<Throwable> onFault) {
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
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
