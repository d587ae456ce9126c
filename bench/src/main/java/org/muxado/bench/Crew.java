package org.muxado.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Threads that begin together. For one thread. */
final class Crew {

  /** What a member does; returns how much it got done. */
  interface Task {
    long run() throws IOException;
  }

  private final Callers callers;
  private final CountDownLatch begin = new CountDownLatch(1);
  private final List<Thread> members = new ArrayList<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final LongAdder done = new LongAdder();

  Crew(Callers callers) {
    this.callers = callers;
  }

  /** Adds members, which wait for {@link #begin}. */
  void add(int count, Task task) {
    for (int i = 0; i < count; i++) {
      members.add(callers.start(() -> work(task)));
    }
  }

  private void work(Task task) {
    try {
      begin.await();
      done.add(task.run());
    } catch (Throwable e) {
      failure.compareAndSet(null, e);
    }
  }

  void begin() {
    begin.countDown();
  }

  /**
   * Waits until all are done.
   *
   * @return how much they got done together
   * @throws IOException if one of them failed
   */
  long finish() throws IOException {
    try {
      for (Thread member : members) {
        member.join();
      }
    } catch (InterruptedException e) {
      throw new IOException("interrupted", e);
    }
    Throwable cause = failure.get();
    if (cause != null) {
      throw new IOException("a caller failed", cause);
    }
    return done.sum();
  }
}
