package org.muxado.vectors.conversation;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the session under test.
 *
 * @param backlog how many streams may wait to be accepted, at least 1
 * @param heartbeat the heartbeat that the implementation runs, or null for none
 * @param extensions registered extension types, unsigned in an int
 * @param pri whether the implementation may send PRI
 * @param quirks whether the peer is said to be the Go library
 * @param firstId the first id that the implementation gives, or 0 for the protocol's own
 * @param limits limits that are not the implementation's own; times are in milliseconds
 * @param clock whether the session's timers run on the kit's clock
 */
public record SessionOptions(
    int backlog,
    @Nullable Heartbeat heartbeat,
    Set<Integer> extensions,
    boolean pri,
    boolean quirks,
    int firstId,
    Map<Limit, Integer> limits,
    boolean clock) {

  /** A backlog of 100 and everything else off. */
  public static final SessionOptions DEFAULTS =
      new SessionOptions(100, null, Set.of(), false, false, 0, Map.of(), false);

  /**
   * A heartbeat's timing in milliseconds.
   *
   * @param intervalMillis time between two heartbeats, at least 1
   * @param toleranceMillis how much longer than the interval an echo may take, at least 1
   */
  public record Heartbeat(int intervalMillis, int toleranceMillis) {}
}
