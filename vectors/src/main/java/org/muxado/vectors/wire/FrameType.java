package org.muxado.vectors.wire;

import java.util.Optional;

/** The six frame types and what a header alone says of them (spec section 6, Table 1). */
public enum FrameType {
  SYN(1, Flags.FIN | Flags.PRIORITY | Flags.TYPE),
  RST(2, 0),
  DATA(3, Flags.FIN),
  WNDINC(4, 0),
  PRI(5, 0),
  GOAWAY(6, 0);

  private final int number;
  private final int definedFlags;

  FrameType(int number, int definedFlags) {
    this.number = number;
    this.definedFlags = definedFlags;
  }

  /** The number in the header's type field. */
  public int number() {
    return number;
  }

  /** The flags that the type defines, as a mask. */
  public int definedFlags() {
    return definedFlags;
  }

  /** Whether a frame of this type with these flags may have a payload of so many octets. */
  public boolean allowsLength(int flags, int length) {
    return switch (this) {
      case SYN -> length == synLength(flags);
      case RST, WNDINC, PRI -> length == 4;
      case DATA -> true;
      case GOAWAY -> length >= 8;
    };
  }

  /** The payload length that SYN's flags call for: 0, 4 or 8 octets. */
  public static int synLength(int flags) {
    return ((flags & Flags.PRIORITY) != 0 ? 4 : 0) + ((flags & Flags.TYPE) != 0 ? 4 : 0);
  }

  /** The type with this number, or empty if the protocol defines none. */
  public static Optional<FrameType> of(int number) {
    return number >= 1 && number <= 6 ? Optional.of(values()[number - 1]) : Optional.empty();
  }
}
