package org.muxado.frame;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** What a header must obey, decided before any payload is there. Pure functions. */
final class HeaderRules {

  private HeaderRules() {}

  /** The first rule that the header breaks, or null. */
  static Decoded.@Nullable Violation check(long header, boolean anyGoAwayLength) {
    int id = FrameHeader.streamId(header);
    FrameType type = FrameType.of(FrameHeader.type(header));
    if (type == null) {
      return new Decoded.Violation(
          ErrorCode.PROTOCOL_ERROR,
          "FRAME-13",
          "frame of unknown type " + FrameHeader.type(header) + " on stream " + id);
    }
    if ((type == FrameType.GOAWAY) != (id == 0)) {
      return new Decoded.Violation(
          ErrorCode.PROTOCOL_ERROR,
          id == 0 ? "FRAME-11" : "FRAME-12",
          type + " with stream id " + id);
    }
    return checkLength(type, header, anyGoAwayLength);
  }

  /** The type of a header that was checked. */
  static FrameType typeOf(long header) {
    return requireNonNull(FrameType.of(FrameHeader.type(header)));
  }

  private static Decoded.@Nullable Violation checkLength(
      FrameType type, long header, boolean anyGoAwayLength) {
    if (type == FrameType.GOAWAY && anyGoAwayLength) {
      return null;
    }
    int length = FrameHeader.length(header);
    int flags = FrameHeader.flags(header);
    if (type.allows(length, flags)) {
      return null;
    }
    return new Decoded.Violation(
        ErrorCode.FRAME_SIZE_ERROR,
        "FRAME-9",
        "%s on stream %d with flags 0x%02x has a length of %d"
            .formatted(type, FrameHeader.streamId(header), flags, length));
  }
}
