package org.muxado;

import java.time.Duration;
import java.util.Objects;

/**
 * How a {@link SessionListener} listens. Immutable.
 *
 * @param backlog how many connections the system keeps until they are accepted, at least 1; it may
 *     keep fewer
 * @param reuseAddress whether to listen on an address that connections of an earlier listener still
 *     hold while they fade away
 * @param acceptLimit how long {@link SessionListener#accept()} waits at most; zero is no limit
 */
public record ListenOptions(int backlog, boolean reuseAddress, Duration acceptLimit) {

  /** A backlog of 128, the address reused, and no limit. */
  public static final ListenOptions DEFAULT = new ListenOptions(128, true, Duration.ZERO);

  /** Refuses values outside their ranges. */
  public ListenOptions {
    Objects.requireNonNull(acceptLimit, "acceptLimit");
    if (backlog < 1) {
      throw new IllegalArgumentException("backlog of " + backlog + " is below 1");
    }
    if (acceptLimit.isNegative()) {
      throw new IllegalArgumentException("accept time limit of " + acceptLimit + " is negative");
    }
  }

  /** The same with another backlog. */
  public ListenOptions withBacklog(int connections) {
    return new ListenOptions(connections, reuseAddress, acceptLimit);
  }

  /** The same, reusing the address or not. */
  public ListenOptions withReuseAddress(boolean reuse) {
    return new ListenOptions(backlog, reuse, acceptLimit);
  }

  /** The same with another limit. */
  public ListenOptions withAcceptLimit(Duration limit) {
    return new ListenOptions(backlog, reuseAddress, limit);
  }
}
