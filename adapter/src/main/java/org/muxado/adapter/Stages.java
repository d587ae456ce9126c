package org.muxado.adapter;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Makes stages of calls that do not wait. */
final class Stages {

  /** A call that gives something. */
  interface Giving<T> {
    T run() throws IOException;
  }

  /** A call that gives nothing. */
  interface Doing {
    void run() throws IOException;
  }

  private Stages() {}

  static <T> CompletionStage<T> of(Giving<T> call) {
    try {
      return CompletableFuture.completedFuture(call.run());
    } catch (IOException | RuntimeException e) {
      return CompletableFuture.failedFuture(Translation.failure(e));
    }
  }

  static CompletionStage<Void> ofVoid(Doing call) {
    try {
      call.run();
      return done();
    } catch (IOException | RuntimeException e) {
      return CompletableFuture.failedFuture(Translation.failure(e));
    }
  }

  /** A stage that is complete; it holds the null that stands for nothing. */
  @SuppressWarnings("NullAway") // Void has no other value
  static CompletionStage<Void> done() {
    return CompletableFuture.completedFuture(null);
  }
}
