package org.muxado.session;

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

  /** Input could not be taken because answers wait: lets them be written, for a bounded time. */
  void catchUp();

  /** Why the last write failed, or null if none did. */
  @Nullable String failure();

  /** The transport was dropped: nothing is to be written any more. */
  void stop();
}
