package org.muxado.tck.player;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.muxado.tck.spi.PeerFailure;
import org.muxado.tck.spi.UnimplementedException;
import org.muxado.tck.verdict.KitFaultException;

/**
 * Remembers the first call that ended as no call may: the adapter threw, or its program ended. What
 * the kit then misses on the wire is no more than a consequence. Thread-safe.
 */
final class Breakdown {

  private final AtomicReference<Throwable> first = new AtomicReference<>();

  /** Watches a call; whoever waits for the stage that comes back finds the error noted. */
  <T> CompletionStage<T> watch(CompletionStage<T> call) {
    return call.whenComplete(
        (value, error) -> {
          if (error != null) {
            note(unwrapped(error));
          }
        });
  }

  private void note(Throwable error) {
    boolean isAnAnswer = error instanceof PeerFailure || error instanceof UnimplementedException;
    if (!isAnAnswer && !(error instanceof KitFaultException)) {
      first.compareAndSet(null, error);
    }
  }

  /** The fault with its cause in place of what was seen; empty if no call ended so. */
  Optional<CaseStopped> causeOf(CaseStopped fault) {
    return Optional.ofNullable(first.get())
        .map(error -> fault.asCrashed(StackText.of(error), error));
  }

  /** An error without the wrapping of stages. */
  static Throwable unwrapped(Throwable error) {
    Throwable cause = error.getCause();
    return error instanceof CompletionException && cause != null ? cause : error;
  }
}
