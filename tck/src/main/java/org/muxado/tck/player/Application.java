package org.muxado.tck.player;

import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.spi.PeerFailure;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.Termination;
import org.muxado.tck.spi.UnimplementedException;
import org.muxado.tck.transcript.Origin;
import org.muxado.tck.transcript.Transcript;
import org.muxado.tck.verdict.KitFaultException;
import org.muxado.vectors.wire.PrintableText;

/**
 * The application on the implementation's side: makes calls through the adapter and sorts out how
 * they end. Used by the thread that plays the case.
 */
final class Application {

  /** An adapter may wait a moment for what is on its way; that is no hanging call. */
  private static final long LAST_WORDS_LIMIT_NANOS = 5_000_000_000L;

  private final Transcript transcript;
  private final Signal signal;
  private final CallWatch watch;
  private final Breakdown breakdown = new Breakdown();
  private final PeerSession session;
  private final Call<Termination> terminated;
  private final Queue<Integer> handedOver = new ConcurrentLinkedQueue<>();

  /**
   * Starts the implementation.
   *
   * @param starter starts it on its end of the wire
   * @param startLimitNanos how long that may take, whatever the watchdog says
   * @throws CaseStopped if it cannot be started
   */
  Application(
      Supplier<PeerSession> starter,
      long startLimitNanos,
      Transcript transcript,
      Signal signal,
      CallWatch watch) {
    this.transcript = transcript;
    this.signal = signal;
    this.watch = watch;
    session =
        guarded("the start of a session", startLimitNanos, () -> notNull("start", starter.get()));
    terminated = call("the end of the session", session::terminated);
  }

  /** The session. */
  PeerSession session() {
    return session;
  }

  /** Becomes answered when the session has ended. */
  Call<Termination> terminated() {
    return terminated;
  }

  /**
   * Makes a call.
   *
   * @param what the call as the transcript shows it
   */
  <T> Call<T> call(String what, Supplier<CompletionStage<T>> operation) {
    CompletionStage<T> stage = guarded(what, () -> notNull(what, operation.get()));
    return Call.of(what, breakdown.watch(stage), signal);
  }

  /** Accepts the next stream; it counts as handed over from the answer on. */
  Call<PeerStream> accept(String what) {
    Supplier<CompletionStage<PeerStream>> operation =
        () ->
            session
                .accept()
                .thenApply(
                    stream -> {
                      handedOver.add(stream.id());
                      return stream;
                    });
    return call(what, operation);
  }

  /** Gives the ids of the streams that were accepted since the last call. */
  void takeHandedOver(Consumer<Integer> taker) {
    for (Integer id = handedOver.poll(); id != null; id = handedOver.poll()) {
      taker.accept(id);
    }
  }

  /**
   * Looks at an answered call.
   *
   * @return how it failed, or null if it went well
   * @throws CaseStopped if the adapter lacks the operation or broke down
   * @throws KitFaultException if the kit did
   */
  @Nullable PeerFailure failureOf(Call<?> call) {
    Throwable error = call.error();
    if (error == null || error instanceof PeerFailure) {
      return (PeerFailure) error;
    }
    if (error instanceof KitFaultException fault) {
      throw fault;
    }
    throw stopFor(call.what(), error);
  }

  /** The fault as a breakdown of the adapter where there was one; else as it is. */
  CaseStopped causeOf(CaseStopped fault) {
    return breakdown.causeOf(fault).orElse(fault);
  }

  /** The value of an answered call that went well and must have one. */
  <T> T valueOf(Call<T> call) {
    return notNull(call.what(), call.value());
  }

  private static <T> T notNull(String what, @Nullable T value) {
    if (value == null) {
      throw CaseStopped.crashed(what, "the adapter answered with null", new NullPointerException());
    }
    return value;
  }

  /** Writes down what the application did or saw. */
  void note(String text) {
    transcript.event(Origin.APPLICATION, text);
  }

  /** Writes down what the implementation said last in a log of its own. */
  void noteLastWords() {
    String what = "the last words";
    guarded(what, LAST_WORDS_LIMIT_NANOS, () -> notNull(what, session.lastWords()))
        .lines()
        .forEach(line -> transcript.event(Origin.LOG, PrintableText.of(line)));
  }

  /** Frees the session; what it throws is the implementation's. */
  void close() {
    guarded(
        "freeing the session",
        () -> {
          session.close();
          return true;
        });
  }

  /**
   * Runs code of the implementation.
   *
   * @throws CaseStopped if it throws
   */
  <T> T guarded(String what, Supplier<T> operation) {
    return guarded(what, 0, operation);
  }

  private <T> T guarded(String what, long limitNanos, Supplier<T> operation) {
    try {
      return watch.run(what, limitNanos, operation);
    } catch (CaseStopped | KitFaultException e) {
      throw e;
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      throw stopFor(what, e);
    }
  }

  private static CaseStopped stopFor(String what, Throwable error) {
    return error instanceof UnimplementedException
        ? CaseStopped.unimplemented(String.valueOf(error.getMessage()))
        : CaseStopped.crashed(what, StackText.of(error), error);
  }
}
