package org.muxado.tck.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.player.CallWatch;

/**
 * Runs work that calls an implementation, and gives it up when one call does not return, or when
 * the whole takes too long. The thread of such a call stays behind as a daemon. Thread-safe.
 */
final class Supervisor {

  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "muxado-tck-case");
            thread.setDaemon(true);
            return thread;
          });

  /** How many watchdogs one case may take. */
  private static final int CASE_WATCHDOGS = 60;

  private final long watchdogNanos;

  Supervisor(long watchdogNanos) {
    this.watchdogNanos = watchdogNanos;
  }

  /** A call of the implementation, or the whole case, did not end; the message says which. */
  static final class StuckException extends Exception {

    private static final long serialVersionUID = 1L;

    StuckException(String what) {
      super(what);
    }
  }

  /**
   * Runs the work on another thread and waits for it.
   *
   * @param watch shows the call that the work makes
   * @throws StuckException if one call took longer than the watchdog waits and than it may, or the
   *     work took 60 times as long
   */
  <T> T run(Callable<T> work, CallWatch watch) throws StuckException {
    Future<T> future = THREADS.submit(work);
    CallWatch.@Nullable Running before = null;
    long startNanos = System.nanoTime();
    while (true) {
      try {
        return future.get(watchdogNanos, TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        CallWatch.@Nullable Running now = watch.running();
        if (now != null && now.equals(before) && now.isOverdue()) {
          future.cancel(true);
          throw new StuckException("the adapter's call to return (" + now.what() + ")");
        }
        long limitNanos = CASE_WATCHDOGS * watchdogNanos;
        if (System.nanoTime() - startNanos >= limitNanos) {
          future.cancel(true);
          throw new StuckException("the case to end within " + limitNanos / 1_000_000 + " ms");
        }
        before = now;
      } catch (ExecutionException e) {
        throw unchecked(e.getCause());
      } catch (InterruptedException e) {
        future.cancel(true);
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the run was interrupted", e);
      }
    }
  }

  /** Does all of the work at once; gives the results in its order. */
  static <T> List<T> all(List<Callable<T>> work) {
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : THREADS.invokeAll(work)) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw unchecked(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the run was interrupted", e);
    }
  }

  /** What the work threw, as it is where that can be. */
  private static RuntimeException unchecked(@Nullable Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(thrown);
  }
}
