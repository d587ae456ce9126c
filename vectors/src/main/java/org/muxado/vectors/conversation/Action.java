package org.muxado.vectors.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muxado.vectors.wire.Codes;

/** What a step does. */
public sealed interface Action {

  /**
   * The application does something. Without {@code fails} it must complete well.
   *
   * @param fails how it must fail, or null
   * @param pending the name under which a later step waits for it, or null to wait at once
   */
  record App(AppOperation operation, @Nullable Failure fails, @Nullable String pending)
      implements Action {}

  /** Something must be seen by the application or by the kit before the case goes on. */
  record Await(Awaited awaited) implements Action {}

  /**
   * The kit writes, all items in one write.
   *
   * @param times how often the whole list is sent; stream references are worked out each time
   */
  record Send(List<SendItem> items, int times) implements Action {}

  /**
   * The implementation's next frames, apart from those that are passed over.
   *
   * @param times how often the expectation must be met in a row
   */
  record Expect(Expectation expectation, int times) implements Action {}

  /**
   * A stimulus whose answer proves that everything before was dealt with.
   *
   * @param forbids frames of which none may have come
   * @param since the mark from which on they are forbidden, or null for the last awaited step
   * @param tolerates the codes of session errors that may come in place of the answer and end the
   *     case well, or null if none may
   */
  record Fence(
      FenceKind kind,
      List<Pattern> forbids,
      @Nullable String since,
      List<AtMost> atMost,
      @Nullable Codes tolerates)
      implements Action {}

  /** The kit stops or goes on draining what the implementation writes. */
  record Gate(boolean open) implements Action {}

  /** The kit ends its output and drains its input. */
  record CloseWire() implements Action {}

  /**
   * The transport breaks.
   *
   * @param afterOctets how many more octets the implementation can write before it does, or null
   *     for both directions at once
   */
  record BreakWire(@Nullable Integer afterOctets) implements Action {}

  /** The kit's clock goes forward. */
  record AdvanceClock(int millis) implements Action {}

  /** What answers a fence. */
  enum FenceKind {
    /** The application, over the standing echo stream. */
    ECHO,
    /** The frame reader, by refusing an unregistered extension. */
    WIRE,
    /** The implementation's heartbeat echo. */
    HEARTBEAT
  }

  /**
   * A bound on how many frames may have come.
   *
   * @param since the mark from which on they are counted, or null for the last awaited step
   */
  record AtMost(Pattern pattern, int count, @Nullable String since) {}
}
