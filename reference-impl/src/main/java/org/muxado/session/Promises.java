package org.muxado.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Makes futures, and completes them where nothing waits for the application's code: by their own
 * default executor, with no lock held.
 */
final class Promises {

  private Promises() {}

  /** A future of which this is the default executor. */
  static CompletableFuture<Stream> by(Executor executor) {
    return new CompletableFuture<>() {
      @Override
      public Executor defaultExecutor() {
        return executor;
      }
    };
  }

  /** Has something done when the future ends, whoever ends it; gives the future. */
  @SuppressWarnings("FutureReturnValueIgnored") // what follows tells nothing
  static CompletableFuture<Stream> onEnd(CompletableFuture<Stream> future, Runnable action) {
    future.whenComplete((stream, failure) -> action.run());
    return future;
  }

  /** Gives a stream to a future, or to somebody else if the future has ended before. */
  static void complete(
      CompletableFuture<Stream> future, Stream stream, Consumer<Stream> otherwise) {
    future
        .defaultExecutor()
        .execute(
            () -> {
              if (!future.complete(stream)) {
                otherwise.accept(stream);
              }
            });
  }

  /** Fails a future. */
  static void fail(CompletableFuture<Stream> future, MuxadoException failure) {
    future.defaultExecutor().execute(() -> future.completeExceptionally(failure));
  }
}
