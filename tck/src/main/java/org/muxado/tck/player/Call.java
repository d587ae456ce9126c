package org.muxado.tck.player;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A call of the application that may still be unanswered. The answer comes on any thread; the rest
 * is for the thread that plays the case.
 */
final class Call<T> {

  private final String what;
  private @Nullable T value;
  private @Nullable Throwable error;
  private volatile boolean answered;

  private Call(String what) {
    this.what = what;
  }

  /** Watches a stage. */
  static <T> Call<T> of(String what, CompletionStage<T> stage, Signal signal) {
    Call<T> call = new Call<>(what);
    stage.whenComplete(
        (value, error) -> {
          call.value = value;
          call.error = error;
          call.answered = true;
          signal.raise();
        });
    return call;
  }

  /** The call as a report shows it. */
  String what() {
    return what;
  }

  /** Whether the answer is there. */
  boolean isAnswered() {
    return answered;
  }

  /** The error of an answered call, without the wrapping of stages; null if it went well. */
  @Nullable Throwable error() {
    Throwable found = error;
    return found == null ? null : Breakdown.unwrapped(found);
  }

  /** The value of an answered call that went well. */
  @SuppressWarnings("NullAway") // a Call<Void> has no value, and nobody asks for it
  T value() {
    return value;
  }
}
