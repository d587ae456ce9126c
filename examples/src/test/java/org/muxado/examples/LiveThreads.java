package org.muxado.examples;

import java.util.List;
import java.util.Set;

/** The threads that live at one time. Immutable. */
final class LiveThreads {

  /** Long enough for a thread to end that is told to. */
  private static final long PATIENCE_MILLIS = 20_000;

  /** Threads that a process has once, and that serve whoever comes next. */
  private static final List<String> SHARED =
      List.of("muxado-clock", "ForkJoinPool.commonPool", "OkHttp", "Okio");

  private final Set<Thread> threads;

  private LiveThreads(Set<Thread> threads) {
    this.threads = threads;
  }

  static LiveThreads now() {
    return new LiveThreads(Thread.getAllStackTraces().keySet());
  }

  /** Those that came later and do not end. */
  List<Thread> moreSince() throws InterruptedException {
    List<Thread> more =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !threads.contains(thread))
            .filter(thread -> SHARED.stream().noneMatch(thread.getName()::startsWith))
            .toList();
    for (Thread thread : more) {
      thread.join(PATIENCE_MILLIS);
    }
    return more.stream().filter(Thread::isAlive).toList();
  }
}
