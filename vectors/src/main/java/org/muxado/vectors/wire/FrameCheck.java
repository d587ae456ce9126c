package org.muxado.vectors.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names what is wrong with a single frame, looked at without its session: what a receiver must
 * refuse, and beyond that what a sender must never write. Stateless.
 */
public final class FrameCheck {

  private static final int TOLERATED = -1;

  private FrameCheck() {}

  /**
   * The session errors that the frame's header causes (FRAME-9 to FRAME-13); empty if a receiver
   * must accept the frame.
   */
  public static List<Violation> receiverFaults(WireFrame frame) {
    Optional<FrameType> type = FrameType.of(frame.type());
    if (type.isEmpty()) {
      return List.of(
          new Violation(
              "FRAME-13",
              ErrorCodes.PROTOCOL_ERROR,
              "frame type " + frame.type() + " is not defined"));
    }
    List<Violation> found = new ArrayList<>();
    checkLength(type.get(), frame, found);
    checkStream(type.get(), frame, found);
    return List.copyOf(found);
  }

  private static void checkLength(FrameType type, WireFrame frame, List<Violation> found) {
    if (!type.allowsLength(frame.flags(), frame.length())) {
      String message =
          "%s of length %d, expected %s".formatted(type, frame.length(), expected(type, frame));
      found.add(new Violation("FRAME-9", ErrorCodes.FRAME_SIZE_ERROR, message));
    }
  }

  private static String expected(FrameType type, WireFrame frame) {
    return switch (type) {
      case SYN -> FrameType.synLength(frame.flags()) + " for its flags";
      case GOAWAY -> "8 or more";
      default -> "4";
    };
  }

  private static void checkStream(FrameType type, WireFrame frame, List<Violation> found) {
    boolean isGoAway = type == FrameType.GOAWAY;
    if (isGoAway && frame.stream() != 0) {
      String message = "GOAWAY on stream " + frame.stream() + ", expected stream 0";
      found.add(new Violation("FRAME-12", ErrorCodes.PROTOCOL_ERROR, message));
    } else if (!isGoAway && frame.stream() == 0) {
      found.add(new Violation("FRAME-11", ErrorCodes.PROTOCOL_ERROR, type + " on stream 0"));
    }
  }

  /**
   * Everything that a conforming sender would not have written: the receiver's faults, and what a
   * receiver must pass over (reserved bits, undefined flags, explicit zeros, unknown codes, an
   * increment of 0). An incomplete payload is judged as far as it goes.
   */
  public static List<Violation> senderFaults(WireFrame frame) {
    List<Violation> found = new ArrayList<>(receiverFaults(frame));
    if (frame.reserved() != 0) {
      String bits = Integer.toHexString(frame.reserved());
      found.add(new Violation("FRAME-3", TOLERATED, "reserved header bits 0x" + bits));
    }
    FrameType.of(frame.type()).ifPresent(type -> checkFlags(type, frame, found));
    if (found.stream().allMatch(v -> v.code() == TOLERATED)) {
      Frame.of(frame).ifPresent(parsed -> SenderCheck.check(frame, parsed, found));
    }
    return List.copyOf(found);
  }

  private static void checkFlags(FrameType type, WireFrame frame, List<Violation> found) {
    int undefined = frame.flags() & ~type.definedFlags();
    if (undefined != 0) {
      String message = "undefined flags 0x" + Integer.toHexString(undefined) + " on " + type;
      found.add(new Violation("FRAME-5", TOLERATED, message));
    }
  }
}
