package org.muxado.tck.external;

import java.time.Duration;

/**
 * How long the kit waits for an external program. These times only ever decide that a program
 * hangs, never a verdict on the protocol.
 *
 * @param helloTimeout for the answers to hello and to the unknown operation, each
 * @param startTimeout for the answer to start and for the connection, each
 * @param endTimeout for the answer to end, before the next session goes to a fresh program
 * @param exitTimeout for the exit after the end of its standard input, before it is killed
 */
public record ExternalSettings(
    Duration helloTimeout, Duration startTimeout, Duration endTimeout, Duration exitTimeout) {

  /** 20 s for hello, 10 s for start, 5 s for end, 2 s for the exit. */
  public static final ExternalSettings DEFAULTS =
      new ExternalSettings(
          Duration.ofSeconds(20),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          Duration.ofSeconds(2));

  /** The longest that the start of a session may take, where it needs a fresh program. */
  Duration wholeStart() {
    return endTimeout.plus(helloTimeout.multipliedBy(2)).plus(startTimeout.multipliedBy(2));
  }
}
