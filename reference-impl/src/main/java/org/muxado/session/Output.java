package org.muxado.session;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a session writes its transport. All methods are called with the session lock held; see {@code
 * docs/concurrency.md}, "Writing".
 */
sealed interface Output permits PolledOutput, WriterOutput {

  /**
   * Writes one batch, or sees to it that somebody does. May let go of the lock meanwhile.
   *
   * @return whether to call again, after taking the engine's events
   */
  boolean writeSome();

  /** The engine has nothing left to send: ends the transport's output. */
  void endOutput();

  /** The reading thread is about to feed or to wait: what was left over may be tried again. */
  void resume();

  /** How long the reading thread lets answers be written while it feeds one read's octets. */
  long CATCH_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /**
   * Input could not be taken because answers wait: lets them be written, for this time at most.
   *
   * @return how much of the time is left, in nanoseconds
   */
  long catchUp(long nanos);

  /** Why the last write failed, or null if none did. */
  @Nullable IOException failure();

  /** The transport was dropped: nothing is to be written any more. */
  void stop();
}
