package org.muxado.tck.suite;

import java.util.EnumSet;
import java.util.Set;
import org.muxado.vectors.conversation.Conversation.Chunking;

/**
 * How cases are run.
 *
 * @param timeFactor stretches the watchdog, which waits 5 seconds at 1.0; above 0
 * @param chunkings the chunkings that are played, of those that a case asks for; where it asks for
 *     none of them, its first is played; at least one
 */
public record KitSettings(double timeFactor, Set<Chunking> chunkings) {

  /** The watchdog waits 5 seconds, and every chunking is played. */
  public static final KitSettings DEFAULTS = new KitSettings(1.0, EnumSet.allOf(Chunking.class));

  private static final double WATCHDOG_NANOS = 5e9;

  /** Checks the values and copies the set. */
  public KitSettings {
    if (!(timeFactor > 0) || chunkings.isEmpty()) {
      throw new IllegalArgumentException("time factor " + timeFactor + ", chunkings " + chunkings);
    }
    chunkings = Set.copyOf(chunkings);
  }

  /** How long something that must come may take. */
  public long watchdogNanos() {
    return (long) (WATCHDOG_NANOS * timeFactor);
  }
}
