package org.muxado.adapter.faults;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.muxado.adapter.faults.planting.ForwardingStream;
import org.muxado.adapter.faults.planting.Stages;
import org.muxado.tck.spi.FailureKind;
import org.muxado.tck.spi.Outcome;
import org.muxado.tck.spi.PeerFailure;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.ReadResult;
import org.muxado.vectors.wire.ErrorCodes;

/** Streams with one call that does something else. */
final class WrongStreams {

  static final ReadResult END = new ReadResult.EndOfStream();
  private static final ReadResult LOST =
      new ReadResult.Failed(new PeerFailure(FailureKind.SESSION_ENDED, -1, null, "lost"));

  private static final int INITIAL_WINDOW_OCTETS = 65_536;

  private WrongStreams() {}

  static PeerStream readsChanged(PeerStream stream, UnaryOperator<ReadResult> change) {
    return new ForwardingStream(stream) {
      @Override
      public CompletionStage<ReadResult> read(int max) {
        return super.read(max).thenApply(change);
      }
    };
  }

  static PeerStream readHangs(PeerStream stream) {
    return new ForwardingStream(stream) {
      @Override
      public CompletionStage<ReadResult> read(int max) {
        CompletableFuture<ReadResult> read = new CompletableFuture<>();
        super.read(max)
            .thenAccept(
                result -> completeUnless(result instanceof ReadResult.Failed, result, read));
        return read;
      }
    };
  }

  private static void completeUnless(
      boolean failed, ReadResult result, CompletableFuture<ReadResult> read) {
    if (!failed) {
      read.complete(result);
    }
  }

  /** A write that is larger than the window goes on waiting whatever happens. */
  static PeerStream writeHangs(PeerStream stream) {
    return new ForwardingStream(stream) {
      @Override
      public CompletionStage<Void> write(byte[] octets, boolean fin) {
        CompletionStage<Void> written = super.write(octets, fin);
        return octets.length > INITIAL_WINDOW_OCTETS ? Stages.never() : written;
      }
    };
  }

  static PeerStream resetWithAnyCode(PeerStream stream) {
    return new ForwardingStream(stream) {
      @Override
      public CompletionStage<Void> reset(int code) {
        return super.reset(code == ErrorCodes.REFUSED_STREAM ? ErrorCodes.CANCEL : code);
      }
    };
  }

  static PeerStream resetCancels(PeerStream stream) {
    return new ForwardingStream(stream) {
      @Override
      public CompletionStage<Void> reset(int code) {
        return super.reset(ErrorCodes.CANCEL);
      }
    };
  }

  /** A reset waits until what was written before it has gone. */
  static PeerStream resetWaits(PeerStream stream) {
    return new ForwardingStream(stream) {
      private CompletionStage<Void> written = CompletableFuture.completedFuture(null);

      @Override
      public CompletionStage<Void> write(byte[] octets, boolean fin) {
        written = super.write(octets, fin);
        return written;
      }

      @Override
      public CompletionStage<Void> reset(int code) {
        return written.thenCompose(done -> super.reset(code));
      }
    };
  }

  /** A reset waits for window that never comes. */
  static PeerStream resetNever(PeerStream stream) {
    return new ForwardingStream(stream) {
      @Override
      public CompletionStage<Void> reset(int code) {
        return CompletableFuture.completedFuture(null);
      }
    };
  }

  /** Closing sends FIN and does nothing else. */
  static PeerStream closeIsFin(PeerStream stream) {
    return new ForwardingStream(stream) {
      @Override
      public CompletionStage<Void> close() {
        return super.write(new byte[0], true);
      }
    };
  }

  static PeerStream closeResets(PeerStream stream) {
    return new ForwardingStream(stream) {
      @Override
      public CompletionStage<Void> close() {
        return super.reset(ErrorCodes.CANCEL);
      }
    };
  }

  static PeerStream shutdownResets(PeerStream stream) {
    return new ForwardingStream(stream) {
      @Override
      public CompletionStage<Void> shutdownInput() {
        return super.reset(ErrorCodes.CANCEL);
      }
    };
  }

  static PeerStream priorityFixed(PeerStream stream) {
    return new ForwardingStream(stream) {
      @Override
      public CompletionStage<Void> setPriority(int priority) {
        return CompletableFuture.completedFuture(null);
      }
    };
  }

  /** Once the stream has failed, nothing that had arrived can be read. */
  static PeerStream inputLostAtEnd(PeerStream stream) {
    return new ForwardingStream(stream) {
      @Override
      public CompletionStage<ReadResult> read(int max) {
        boolean failed =
            stream.outcome().thenApply(o -> o.kind() != null).toCompletableFuture().getNow(false);
        return failed ? CompletableFuture.completedFuture(LOST) : super.read(max);
      }
    };
  }

  /** Nothing that had arrived before the first read can be read. */
  static PeerStream inputLost(PeerStream stream) {
    return readsChanged(stream, result -> LOST);
  }

  static PeerStream withoutHighTypes(PeerStream stream) {
    return new ForwardingStream(stream) {
      @Override
      public int type() {
        return Math.max(0, super.type());
      }
    };
  }

  /** The end of the stream is never told. */
  static PeerStream livesOn(PeerStream stream) {
    return new ForwardingStream(stream) {
      @Override
      public CompletionStage<Outcome> outcome() {
        return Stages.never();
      }
    };
  }

  static PeerStream finEndsReading(PeerStream stream, boolean opensWithFin) {
    return new ForwardingStream(stream) {
      private boolean finished = opensWithFin;

      @Override
      public CompletionStage<Void> write(byte[] octets, boolean fin) {
        finished |= fin;
        return super.write(octets, fin);
      }

      @Override
      public CompletionStage<ReadResult> read(int max) {
        return finished ? CompletableFuture.completedFuture(END) : super.read(max);
      }
    };
  }
}
