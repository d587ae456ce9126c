package org.muxado.adapter.faults.planting;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.muxado.tck.spi.FailureKind;
import org.muxado.tck.spi.OpenOptions;
import org.muxado.tck.spi.Outcome;
import org.muxado.tck.spi.PeerFailure;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.ReadResult;

/** A session that tells its application something else of every failure. Thread-safe. */
public final class WrongFailures extends ForwardingSession {

  private final UnaryOperator<Told> change;

  /** Makes one. */
  public WrongFailures(PeerSession session, UnaryOperator<Told> change) {
    super(session);
    this.change = change;
  }

  @Override
  public CompletionStage<PeerStream> open(OpenOptions options) {
    return changed(true, super.open(options));
  }

  @Override
  protected PeerStream wrap(PeerStream stream, boolean own) {
    return new ForwardingStream(stream) {
      @Override
      public CompletionStage<Void> write(byte[] octets, boolean fin) {
        return changed(own, super.write(octets, fin));
      }

      @Override
      public CompletionStage<ReadResult> read(int max) {
        return changed(own, super.read(max)).thenApply(result -> changed(own, result));
      }

      @Override
      public CompletionStage<Outcome> outcome() {
        return super.outcome().thenApply(outcome -> changed(own, outcome));
      }
    };
  }

  private <T> CompletionStage<T> changed(boolean own, CompletionStage<T> stage) {
    CompletableFuture<T> changed = new CompletableFuture<>();
    stage.whenComplete(
        (value, error) -> {
          if (error == null) {
            changed.complete(value);
          } else {
            changed.completeExceptionally(changed(own, error));
          }
        });
    return changed;
  }

  private Throwable changed(boolean own, Throwable error) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    return cause instanceof PeerFailure failure
        ? change.apply(Told.of(own, failure)).failure()
        : cause;
  }

  private ReadResult changed(boolean own, ReadResult result) {
    return result instanceof ReadResult.Failed failed
        ? new ReadResult.Failed(change.apply(Told.of(own, failed.failure())).failure())
        : result;
  }

  private Outcome changed(boolean own, Outcome outcome) {
    FailureKind kind = outcome.kind();
    return kind == null
        ? outcome
        : change.apply(new Told(own, kind, outcome.code(), outcome.retry())).outcome();
  }
}
