package org.muxado.tck.external;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.spi.PeerFailure;
import org.muxado.tck.spi.UnimplementedException;

/**
 * A request that waits for its answer. Settled once, by the thread that reads the program's output
 * or the one that finds it dead.
 *
 * @param op the operation, for messages
 * @param reader makes the value out of an ok
 * @param onError makes a value out of an error, or null where an error fails the stage
 * @param result the stage that the player waits for
 */
record PendingCall<T>(
    String op,
    OkReader<T> reader,
    @Nullable Function<PeerFailure, T> onError,
    CompletableFuture<T> result) {

  /** Makes the value of an operation out of the members of its ok. */
  interface OkReader<T> {
    /** Reads the value. */
    T read(AnswerFields ok) throws MalformedAnswerException;
  }

  /** Completes the stage as the answer says. */
  void settle(Answer answer) throws MalformedAnswerException {
    if (answer instanceof Answer.Ok ok) {
      result.complete(read(ok.fields()));
    } else if (answer instanceof Answer.Failed failed) {
      settleFailed(failed.failure());
    } else if (answer instanceof Answer.Unimplemented unimplemented) {
      result.completeExceptionally(new UnimplementedException(unimplemented.what()));
    }
  }

  private T read(JsonNode ok) throws MalformedAnswerException {
    try {
      return reader.read(new AnswerFields(ok));
    } catch (MalformedAnswerException e) {
      throw new MalformedAnswerException("answer to " + op + ": " + e.getMessage());
    }
  }

  private void settleFailed(PeerFailure failure) {
    if (onError == null) {
      result.completeExceptionally(failure);
    } else {
      result.complete(onError.apply(failure));
    }
  }

  /** Fails the stage because the program, or the kit, failed. */
  void abandon(RuntimeException failure) {
    result.completeExceptionally(failure);
  }
}
