package org.muxado.adapter;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.LockSupport;

/**
 * The calls of one direction of a socket, in order, each on a thread that may wait. Thread-safe.
 *
 * <p>Sockets have no calls that do not wait. So that the kit can say what comes after what, making
 * a call returns when the call has ended or waits inside the library.
 */
final class SocketCalls {

  /** A call that is neither done nor waiting for so long is taken for pending. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final BlockingCalls calls;

  /** In order; the first one is running. */
  private final Queue<Call<?>> pending = new ArrayDeque<>();

  SocketCalls(BlockingCalls calls) {
    this.calls = calls;
  }

  <T> CompletionStage<T> call(Stages.Giving<T> body) {
    Call<T> call = new Call<>(body);
    if (isFirst(call)) {
      calls.start(call);
      call.awaitRest();
    }
    return call.stage;
  }

  private synchronized boolean isFirst(Call<?> call) {
    pending.add(call);
    return pending.size() == 1;
  }

  private synchronized void startNext() {
    pending.remove();
    if (!pending.isEmpty()) {
      calls.start(pending.element());
    }
  }

  /** A call and what comes of it. */
  private final class Call<T> implements Runnable {

    private final Stages.Giving<T> body;
    private final CompletableFuture<T> stage = new CompletableFuture<>();
    private volatile Thread runner;

    Call(Stages.Giving<T> body) {
      this.body = body;
    }

    @Override
    public void run() {
      runner = Thread.currentThread();
      try {
        T result = body.run();
        startNext(); // before anybody sees that this call has ended, and makes the next one
        stage.complete(result);
      } catch (IOException | RuntimeException e) {
        startNext();
        stage.completeExceptionally(SocketStream.failure(e));
      }
    }

    void awaitRest() {
      long start = System.nanoTime();
      while (!stage.isDone() && !waits() && System.nanoTime() - start < PATIENCE_NANOS) {
        Thread.onSpinWait();
      }
    }

    /** Whether the call is parked, and not for a lock that it will have in a moment. */
    private boolean waits() {
      Thread thread = runner;
      if (thread == null || thread.getState() != Thread.State.WAITING) {
        return false;
      }
      Object blocker = LockSupport.getBlocker(thread);
      return blocker != null && !(blocker instanceof AbstractQueuedSynchronizer);
    }
  }
}
