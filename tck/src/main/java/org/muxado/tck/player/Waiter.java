package org.muxado.tck.player;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Waits for what must come, reading the wire meanwhile. Its watchdog only ever says HUNG: where one
 * wait, or all waits of one step together, take too long. Used by the thread that plays the case.
 */
final class Waiter {

  /** How many watchdogs one step may take: it may wait for many things, each in time. */
  private static final int STEP_WATCHDOGS = 10;

  private final Signal signal;
  private final Exchange exchange;
  private final long watchdogNanos;
  private long stepStartNanos;

  Waiter(Signal signal, Exchange exchange, long watchdogNanos) {
    this.signal = signal;
    this.exchange = exchange;
    this.watchdogNanos = watchdogNanos;
    stepStartNanos = System.nanoTime();
  }

  /** A step begins: its waits together have a deadline, counted from here. */
  void beginStep() {
    stepStartNanos = System.nanoTime();
  }

  /**
   * Returns once the condition holds; everything that had come by then is read.
   *
   * @param condition looked at again whenever something happened
   * @param expected what is waited for, for the report
   * @throws CaseStopped if it does not hold within the watchdog's time, whatever else happens
   */
  void until(BooleanSupplier condition, Supplier<String> expected) {
    checkStep(expected);
    exchange.flush();
    int framesBefore = exchange.received().size();
    long deadlineNanos = System.nanoTime() + watchdogNanos;
    long seen = signal.count();
    exchange.pump();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadlineNanos >= 0 || !awaitAfter(seen, deadlineNanos)) {
        throw CaseStopped.hung(expected.get(), sinceThen(framesBefore));
      }
      seen = signal.count();
      exchange.pump();
    }
    exchange.pump();
  }

  private void checkStep(Supplier<String> expected) {
    if (Thread.currentThread().isInterrupted()) {
      throw givenUp();
    }
    long limitNanos = STEP_WATCHDOGS * watchdogNanos;
    if (System.nanoTime() - stepStartNanos >= limitNanos) {
      throw CaseStopped.hung(
          expected.get(), "the step has not ended within " + millis(limitNanos) + " ms");
    }
  }

  private String sinceThen(int framesBefore) {
    int frames = exchange.received().size() - framesBefore;
    String text =
        frames == 0
            ? "nothing for " + millis(watchdogNanos) + " ms"
            : "only other frames within " + millis(watchdogNanos) + " ms: " + frames;
    return exchange.unfinished().map(frame -> text + " inside " + frame).orElse(text);
  }

  private static long millis(long nanos) {
    return nanos / 1_000_000;
  }

  private boolean awaitAfter(long seen, long deadlineNanos) {
    try {
      return signal.awaitAfter(seen, deadlineNanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw givenUp();
    }
  }

  private static CaseStopped givenUp() {
    return CaseStopped.hung("the case to go on", "it was given up");
  }

  /** Waits for the answer of a call. */
  void untilAnswered(Call<?> call) {
    until(call::isAnswered, () -> "an answer to " + call.what());
  }

  /**
   * Like {@link #until}, but fails at once when the implementation has ended its output, since then
   * no frame can come.
   */
  void untilFrame(BooleanSupplier condition, Supplier<String> expected) {
    until(() -> condition.getAsBoolean() || exchange.isOutputEnded(), expected);
    if (!condition.getAsBoolean()) {
      throw CaseStopped.failed(expected.get(), "the implementation ended its output");
    }
  }
}
