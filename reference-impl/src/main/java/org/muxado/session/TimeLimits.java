package org.muxado.session;

import java.time.Duration;

/**
 * How long calls wait at most; zero is no limit. A call that waits longer fails with {@link
 * CallTimeoutException}. Immutable.
 *
 * @param connect for dialling, which over TLS includes the handshake; without a limit of its own
 *     the system has one
 * @param open for {@link Session#open()} and its like, which wait only where the settings limit how
 *     many own streams may live
 * @param accept for {@link Session#accept()}
 * @param read for each read of a stream, until {@link Stream#setReadTimeout} says otherwise
 * @param write for each write of a stream, until {@link Stream#setWriteTimeout} says otherwise
 */
public record TimeLimits(
    Duration connect, Duration open, Duration accept, Duration read, Duration write) {

  /** Calls wait as long as it takes. */
  public static final TimeLimits NONE =
      new TimeLimits(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

  /** Refuses negative limits. */
  public TimeLimits {
    notNegative("connect", connect);
    notNegative("open", open);
    notNegative("accept", accept);
    notNegative("read", read);
    notNegative("write", write);
  }

  /** The same with another limit for dialling. */
  public TimeLimits withConnect(Duration limit) {
    return new TimeLimits(limit, open, accept, read, write);
  }

  /** The same with another limit for open. */
  public TimeLimits withOpen(Duration limit) {
    return new TimeLimits(connect, limit, accept, read, write);
  }

  /** The same with another limit for accept. */
  public TimeLimits withAccept(Duration limit) {
    return new TimeLimits(connect, open, limit, read, write);
  }

  /** The same with another limit for reads. */
  public TimeLimits withRead(Duration limit) {
    return new TimeLimits(connect, open, accept, limit, write);
  }

  /** The same with another limit for writes. */
  public TimeLimits withWrite(Duration limit) {
    return new TimeLimits(connect, open, accept, read, limit);
  }

  private static void notNegative(String call, Duration limit) {
    if (limit.isNegative()) {
      throw new IllegalArgumentException(call + " time limit of " + limit + " is negative");
    }
  }
}
