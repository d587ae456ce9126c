package org.muxado.frame;

import org.jspecify.annotations.Nullable;

/** The frame types and the payload lengths that each allows (Table 1, FRAME-9). Immutable. */
public enum FrameType {
  /** Opens a stream. */
  SYN(1),
  /** Ends both directions of a stream at once. */
  RST(2),
  /** Carries octets of a stream. */
  DATA(3),
  /** Widens the window of a stream. */
  WNDINC(4),
  /** Changes the priority of a stream. */
  PRI(5),
  /** Ends the opening of streams. */
  GOAWAY(6);

  /** Flag of SYN and DATA: the sender's direction ends here. */
  public static final int FIN = 0x1;

  /** Flag of SYN: the priority field is there. */
  public static final int PRIORITY = 0x2;

  /** Flag of SYN: the stream type field is there. */
  public static final int TYPE = 0x4;

  private static final FrameType[] ALL = values();

  private final int number;

  FrameType(int number) {
    this.number = number;
  }

  /** The number on the wire. */
  public int number() {
    return number;
  }

  /** The type of this number, or null (FRAME-13). */
  public static @Nullable FrameType of(int number) {
    return number >= 1 && number <= ALL.length ? ALL[number - 1] : null;
  }

  /** Whether a payload of this many octets is right for the type, and in SYN for the flags. */
  boolean allows(int length, int flags) {
    return switch (this) {
      case SYN -> length == synLength(flags);
      case RST, WNDINC, PRI -> length == 4;
      case DATA -> true;
      case GOAWAY -> length >= 8;
    };
  }

  private static int synLength(int flags) {
    return Integer.bitCount(flags & (PRIORITY | TYPE)) * 4;
  }
}
