package org.muxado.frame;

import java.nio.ByteBuffer;

/**
 * The 8 octets before each payload, as one number in network byte order (FRAME-1, FRAME-2). Pure
 * functions for any thread.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +---+---------------------------+---------------+-----+---------+
 * | R |        length (14)        |   flags (8)   |  R  | type (5)|
 * +-+-+---------------------------+---------------+-----+---------+
 * |R|                       stream id (31)                        |
 * +-+-------------------------------------------------------------+
 * </pre>
 */
public final class FrameHeader {

  /** The size of a header in octets. */
  public static final int BYTES = 8;

  /** The longest payload in octets. */
  public static final int MAX_PAYLOAD_BYTES = 16_383;

  /** The highest stream id, priority and window: the largest number of 31 bits. */
  public static final int MAX_31_BITS = Integer.MAX_VALUE;

  private FrameHeader() {}

  /** The payload length in octets; reserved bits are ignored (FRAME-4). */
  public static int length(long header) {
    return (int) (header >>> 48) & MAX_PAYLOAD_BYTES;
  }

  /** The flags, 0 to 255. */
  public static int flags(long header) {
    return (int) (header >>> 40) & 0xFF;
  }

  /** The number of the type, 0 to 31. */
  public static int type(long header) {
    return (int) (header >>> 32) & 0x1F;
  }

  /** The stream id. */
  public static int streamId(long header) {
    return (int) header & MAX_31_BITS;
  }

  /** Writes a header with every reserved bit 0 (FRAME-3); each value is in its range. */
  public static void write(ByteBuffer out, int length, int flags, FrameType type, int streamId) {
    out.putInt(length << 16 | flags << 8 | type.number());
    out.putInt(streamId);
  }
}
