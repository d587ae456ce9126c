package org.muxado.adapter.faults.planting;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the frames of one session.
 *
 * @param incoming rewrites what the library sees; null to let the kit's octets through untouched
 * @param outgoing rewrites what the kit sees; null to let the library's octets through untouched
 * @param wire what else is wrong
 */
public record FrameFault(
    @Nullable Rewrite incoming, @Nullable Rewrite outgoing, Set<WireFault> wire) {

  /** Nothing is wrong with the frames. */
  public static final FrameFault NONE = new FrameFault(null, null);

  /** Rewrites only. */
  public FrameFault(@Nullable Rewrite incoming, @Nullable Rewrite outgoing) {
    this(incoming, outgoing, Set.of());
  }

  /** One thing that is no rewrite. */
  public static FrameFault of(WireFault fault) {
    return new FrameFault(Rewrite.NONE, null, Set.of(fault));
  }
}
