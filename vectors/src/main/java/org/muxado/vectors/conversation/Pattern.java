package org.muxado.vectors.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muxado.vectors.wire.Codes;

/**
 * What a frame from the implementation must look like. What is null or empty may be anything. In an
 * expect step {@code fin} of SYN is never null, and that of DATA is null only without a payload.
 */
public sealed interface Pattern {

  /** The streams that the pattern names. */
  default List<StreamRef> streams() {
    return List.of();
  }

  /** SYN. In an expect step, an unbound name is bound to the stream that comes. */
  record Syn(
      @Nullable StreamRef stream,
      @Nullable Integer priority,
      @Nullable Integer type,
      @Nullable Boolean fin)
      implements Pattern {
    @Override
    public List<StreamRef> streams() {
      return present(stream);
    }
  }

  /**
   * DATA. In an expect step, consecutive frames of the stream are gathered until the payload is
   * complete; without a payload it is one frame.
   */
  record Data(@Nullable StreamRef stream, @Nullable Payload payload, @Nullable Boolean fin)
      implements Pattern {
    @Override
    public List<StreamRef> streams() {
      return present(stream);
    }
  }

  /** RST. */
  record Rst(@Nullable StreamRef stream, Codes codes) implements Pattern {
    @Override
    public List<StreamRef> streams() {
      return present(stream);
    }
  }

  /** WNDINC. */
  record WndInc(@Nullable StreamRef stream, @Nullable Integer increment) implements Pattern {
    @Override
    public List<StreamRef> streams() {
      return present(stream);
    }
  }

  /** PRI. */
  record Pri(@Nullable StreamRef stream, @Nullable Integer priority) implements Pattern {
    @Override
    public List<StreamRef> streams() {
      return present(stream);
    }
  }

  /**
   * GOAWAY.
   *
   * @param from the lowest last stream id that will do, or null
   * @param to the highest last stream id that will do, or null
   * @param debugContains a part of the debug text, or null
   */
  record GoAway(
      @Nullable StreamRef from, @Nullable StreamRef to, Codes codes, @Nullable String debugContains)
      implements Pattern {
    @Override
    public List<StreamRef> streams() {
      return present(from, to);
    }
  }

  /** The implementation ended its output. */
  record End() implements Pattern {}

  private static List<StreamRef> present(@Nullable StreamRef... streams) {
    return Arrays.stream(streams).filter(Objects::nonNull).toList();
  }
}
