package org.muxado.adapter;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one direction, in order: done at once where that is possible, or else on a thread
 * that waits. Thread-safe.
 */
final class CallQueue {

  /** A call that may have to wait. */
  interface Operation<T> {

    /** Does it without waiting, or as much of it as goes; null if it has to wait. */
    @Nullable T attempt() throws IOException;

    /** Does it, or the rest of it, and waits as long as need be. */
    T complete() throws IOException;
  }

  private final BlockingCalls calls;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean busy;

  CallQueue(BlockingCalls calls) {
    this.calls = calls;
  }

  synchronized <T> CompletionStage<T> call(Operation<T> operation) {
    if (!busy) {
      try {
        T result = operation.attempt();
        if (result != null) {
          return CompletableFuture.completedFuture(result);
        }
      } catch (IOException | RuntimeException e) {
        return CompletableFuture.failedFuture(Translation.failure(e));
      }
    }
    return enqueue(operation);
  }

  private <T> CompletionStage<T> enqueue(Operation<T> operation) {
    CompletableFuture<T> stage = new CompletableFuture<>();
    waiting.add(() -> complete(stage, operation));
    if (!busy) {
      busy = true;
      calls.start(this::run);
    }
    return stage;
  }

  private void run() {
    for (Runnable next = take(); next != null; next = take()) {
      next.run();
    }
  }

  private synchronized @Nullable Runnable take() {
    Runnable next = waiting.poll();
    busy = next != null;
    return next;
  }

  private static <T> void complete(CompletableFuture<T> stage, Operation<T> operation) {
    try {
      stage.complete(operation.complete());
    } catch (IOException | RuntimeException e) {
      stage.completeExceptionally(Translation.failure(e));
    }
  }
}
