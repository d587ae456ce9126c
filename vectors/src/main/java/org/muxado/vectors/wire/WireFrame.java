package org.muxado.vectors.wire;

import java.util.Arrays;

/**
 * One frame as it stands on the wire, legal or not. A value; the payload array is not copied and is
 * not to be changed.
 *
 * <pre>
 *  bits   2 reserved | 14 length | 8 flags | 3 reserved | 5 type | 1 reserved | 31 stream id
 * </pre>
 *
 * @param reserved the header's six reserved bits in the order of the wire: two before the length
 *     (0x30), three before the type (0x0E), one before the stream id (0x01)
 * @param length the length field, 0 to 16,383; may differ from the payload's size
 * @param flags the flags octet
 * @param type the type field, 0 to 31
 * @param stream the stream id, 0 to 2^31-1
 * @param payload the payload octets that are there
 */
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode are written for it below
public record WireFrame(int reserved, int length, int flags, int type, int stream, byte[] payload) {

  /** Octets in a frame header. */
  public static final int HEADER_OCTETS = 8;

  /** The largest value of the length field. */
  public static final int MAX_LENGTH = 0x3FFF;

  /** The mask of a field with one reserved bit before it. */
  public static final int MAX_31_BIT = 0x7FFFFFFF;

  /** Checks that every field fits its bits. */
  public WireFrame {
    require("reserved", reserved, 0x3F);
    require("length", length, MAX_LENGTH);
    require("flags", flags, 0xFF);
    require("type", type, 0x1F);
    require("stream", stream, MAX_31_BIT);
  }

  private static void require(String field, int value, int max) {
    if (value < 0 || value > max) {
      throw new IllegalArgumentException(field + " " + value + " is outside 0 to " + max);
    }
  }

  /** A frame whose reserved bits are 0 and whose length field is right. */
  public static WireFrame of(int type, int flags, int stream, byte[] payload) {
    return new WireFrame(0, payload.length, flags, type, stream, payload);
  }

  /** The same frame with these header bits reserved. */
  public WireFrame withReserved(int bits) {
    return new WireFrame(bits, length, flags, type, stream, payload);
  }

  /** The same frame with another length field. */
  public WireFrame withLength(int declared) {
    return new WireFrame(reserved, declared, flags, type, stream, payload);
  }

  /** The same frame with these flags set too. */
  public WireFrame withExtraFlags(int extra) {
    return new WireFrame(reserved, length, flags | extra, type, stream, payload);
  }

  /** The same frame with another payload; the length field stays. */
  public WireFrame withPayload(byte[] octets) {
    return new WireFrame(reserved, length, flags, type, stream, octets);
  }

  /** Whether this flag is set. */
  public boolean has(int flag) {
    return (flags & flag) != 0;
  }

  /** Whether the payload is as long as the length field says. */
  public boolean isComplete() {
    return payload.length == length;
  }

  /** The octets of header and payload. */
  public byte[] encode() {
    return Octets.concat(Header.encode(this), payload);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WireFrame f
        && reserved == f.reserved
        && length == f.length
        && flags == f.flags
        && type == f.type
        && stream == f.stream
        && Arrays.equals(payload, f.payload);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(payload) + Arrays.hashCode(Header.encode(this));
  }

  /** One readable line, as {@link FrameText} writes it. */
  @Override
  public String toString() {
    return FrameText.of(this);
  }
}
