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

  /** A call that was not done at once. */
  private record Pending<T>(Operation<T> operation, CompletableFuture<T> stage) {

    void run() {
      try {
        stage.complete(operation.complete());
      } catch (IOException | RuntimeException e) {
        stage.completeExceptionally(Translation.failure(e));
      }
    }

    /** Does what goes without waiting; returns whether nothing is left to do. */
    boolean attempt() {
      try {
        return operation.attempt() != null;
      } catch (IOException | RuntimeException e) {
        return true; // its thread meets the same failure and tells it
      }
    }
  }

  private final BlockingCalls calls;

  /** In order; the first one is done by a thread. */
  private final Queue<Pending<?>> pending = new ArrayDeque<>();

  CallQueue(BlockingCalls calls) {
    this.calls = calls;
  }

  synchronized <T> CompletionStage<T> call(Operation<T> operation) {
    if (pending.isEmpty()) {
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
    boolean first = pending.isEmpty();
    pending.add(new Pending<>(operation, stage));
    if (first) {
      calls.start(this::run);
    }
    return stage;
  }

  private void run() {
    for (Pending<?> next = first(); next != null; next = afterFirst()) {
      next.run();
    }
  }

  private synchronized @Nullable Pending<?> first() {
    return pending.peek();
  }

  private synchronized @Nullable Pending<?> afterFirst() {
    pending.remove();
    return pending.peek();
  }

  /**
   * Does of all calls what goes without waiting, on the calling thread: those that wait may have
   * what they wait for without knowing it yet. Only for operations whose attempts may run beside
   * their completion.
   */
  synchronized void advance() {
    for (Pending<?> next : pending) {
      if (!next.attempt()) {
        return;
      }
    }
  }
}
