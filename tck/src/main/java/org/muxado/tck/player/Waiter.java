package org.muxado.tck.player;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Waits for what must come, reading the wire meanwhile. Its watchdog only ever says HUNG. Used by
 * the thread that plays the case.
 */
final class Waiter {

  private final Signal signal;
  private final Exchange exchange;
  private final long watchdogNanos;

  Waiter(Signal signal, Exchange exchange, long watchdogNanos) {
    this.signal = signal;
    this.exchange = exchange;
    this.watchdogNanos = watchdogNanos;
  }

  /**
   * Returns once the condition holds; everything that had come by then is read.
   *
   * @param condition looked at again whenever something happened
   * @param expected what is waited for, for the report
   * @throws CaseStopped if nothing happens for as long as the watchdog waits
   */
  void until(BooleanSupplier condition, Supplier<String> expected) {
    exchange.flush();
    long deadlineNanos = System.nanoTime() + watchdogNanos;
    long seen = signal.count();
    exchange.pump();
    while (!condition.getAsBoolean()) {
      if (!awaitAfter(seen, deadlineNanos)) {
        throw CaseStopped.hung(expected.get(), nothing());
      }
      seen = signal.count();
      exchange.pump();
    }
    exchange.pump();
  }

  private String nothing() {
    String nothing = "nothing for " + watchdogNanos / 1_000_000 + " ms";
    return exchange.unfinished().map(frame -> nothing + " inside " + frame).orElse(nothing);
  }

  private boolean awaitAfter(long seen, long deadlineNanos) {
    try {
      return signal.awaitAfter(seen, deadlineNanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CaseStopped.hung("the case to go on", "it was given up");
    }
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
