package org.muxado.vectors.conversation;

import org.jspecify.annotations.Nullable;
import org.muxado.vectors.wire.Codes;

/**
 * What a frame from the implementation must look like. What is null or empty may be anything. In an
 * expect step {@code fin} of SYN is never null, and that of DATA is null only without a payload.
 */
public sealed interface Pattern {

  /** SYN. In an expect step, an unbound name is bound to the stream that comes. */
  record Syn(
      @Nullable StreamRef stream,
      @Nullable Integer priority,
      @Nullable Integer type,
      @Nullable Boolean fin)
      implements Pattern {}

  /**
   * DATA. In an expect step, consecutive frames of the stream are gathered until the payload is
   * complete; without a payload it is one frame.
   */
  record Data(@Nullable StreamRef stream, @Nullable Payload payload, @Nullable Boolean fin)
      implements Pattern {}

  /** RST. */
  record Rst(@Nullable StreamRef stream, Codes codes) implements Pattern {}

  /** WNDINC. */
  record WndInc(@Nullable StreamRef stream, @Nullable Integer increment) implements Pattern {}

  /** PRI. */
  record Pri(@Nullable StreamRef stream, @Nullable Integer priority) implements Pattern {}

  /**
   * GOAWAY.
   *
   * @param from the lowest last stream id that will do, or null
   * @param to the highest last stream id that will do, or null
   * @param debugContains a part of the debug text, or null
   */
  record GoAway(
      @Nullable StreamRef from, @Nullable StreamRef to, Codes codes, @Nullable String debugContains)
      implements Pattern {}

  /** The implementation ended its output. */
  record End() implements Pattern {}
}
