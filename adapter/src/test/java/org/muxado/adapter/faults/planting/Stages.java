package org.muxado.adapter.faults.planting;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** What a fault makes of the answer to a call. Stateless. */
public final class Stages {

  private Stages() {}

  /** An answer that never comes. */
  public static <T> CompletionStage<T> never() {
    return new CompletableFuture<>();
  }

  /** The answer, but none where the call failed. */
  public static <T> CompletionStage<T> hangingOnFailure(CompletionStage<T> stage) {
    CompletableFuture<T> hanging = new CompletableFuture<>();
    stage.thenAccept(hanging::complete);
    return hanging;
  }

  /** The answer, and another one where the call failed. */
  public static <T> CompletionStage<T> orElse(CompletionStage<T> stage, Supplier<T> other) {
    return stage.handle((value, error) -> error == null ? value : other.get());
  }
}
