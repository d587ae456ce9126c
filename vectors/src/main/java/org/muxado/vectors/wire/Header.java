package org.muxado.vectors.wire;

/** The 8 octets before every payload (FRAME-1, Figure 1). */
final class Header {

  private Header() {}

  static byte[] encode(WireFrame frame) {
    byte[] header = new byte[WireFrame.HEADER_OCTETS];
    Octets.putShort(header, 0, (bits(frame.reserved(), 4, 2) << 14) | frame.length());
    header[2] = (byte) frame.flags();
    header[3] = (byte) ((bits(frame.reserved(), 1, 3) << 5) | frame.type());
    Octets.putInt(header, 4, (bits(frame.reserved(), 0, 1) << 31) | frame.stream());
    return header;
  }

  /** A frame without its payload. */
  static WireFrame decode(byte[] octets) {
    int first = Octets.getShort(octets, 0);
    int fourth = octets[3] & 0xFF;
    int last = Octets.getInt(octets, 4);
    int reserved = ((first >>> 14) << 4) | ((fourth >>> 5) << 1) | (last >>> 31);
    return new WireFrame(
        reserved,
        first & WireFrame.MAX_LENGTH,
        octets[2] & 0xFF,
        fourth & 0x1F,
        last & WireFrame.MAX_31_BIT,
        new byte[0]);
  }

  private static int bits(int value, int shift, int count) {
    return (value >>> shift) & ((1 << count) - 1);
  }
}
