package org.muxado.tck.external;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.muxado.tck.spi.PeerFailure;

/** Waits for an answer that must come soon. Stateless; any thread but the one that answers. */
final class Waiting {

  private Waiting() {}

  /**
   * Waits for a stage.
   *
   * @throws TimeoutException if it takes too long
   * @throws PeerFailure if the program answered with an error
   * @throws ProgramFailedException if the program failed
   * @throws org.muxado.tck.spi.UnimplementedException if the program answered so
   */
  static <T> T within(Duration patience, CompletableFuture<T> stage)
      throws TimeoutException, PeerFailure {
    try {
      return stage.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the program", e);
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  private static PeerFailure unwrapped(ExecutionException wrapper) {
    Throwable cause = wrapper.getCause();
    if (cause instanceof PeerFailure failure) {
      return failure;
    }
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    throw new IllegalStateException(wrapper);
  }
}
