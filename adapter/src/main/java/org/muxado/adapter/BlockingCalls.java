package org.muxado.adapter;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * Runs the calls of one session that have to wait, each on a thread from a pool that all sessions
 * share. Thread-safe.
 */
final class BlockingCalls {

  private static final ExecutorService POOL =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "muxado-kit-call");
            thread.setDaemon(true);
            return thread;
          });

  private final Set<FutureTask<?>> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  void start(Runnable call) {
    Tracked task = new Tracked(call);
    running.add(task);
    if (closed) {
      task.cancel(true);
    }
    POOL.execute(task);
  }

  /** Interrupts all calls, those that are still to be started too. */
  void close() {
    closed = true;
    running.forEach(task -> task.cancel(true));
  }

  private final class Tracked extends FutureTask<Void> {

    Tracked(Runnable call) {
      super(call, null);
    }

    @Override
    protected void done() {
      running.remove(this);
    }
  }
}
