package org.muxado.vectors.wire;

import java.util.HexFormat;

/** Numbers and text in octets, network byte order. Stateless. */
public final class Octets {

  private Octets() {}

  /** The unsigned 16-bit number at an offset. */
  public static int getShort(byte[] octets, int at) {
    return ((octets[at] & 0xFF) << 8) | (octets[at + 1] & 0xFF);
  }

  /** The 32-bit number at an offset. */
  public static int getInt(byte[] octets, int at) {
    return (getShort(octets, at) << 16) | getShort(octets, at + 2);
  }

  static void putShort(byte[] octets, int at, int value) {
    octets[at] = (byte) (value >>> 8);
    octets[at + 1] = (byte) value;
  }

  static void putInt(byte[] octets, int at, int value) {
    putShort(octets, at, value >>> 16);
    putShort(octets, at + 2, value);
  }

  /** Numbers of 32 bits, one behind the other. */
  public static byte[] ofInts(int... values) {
    byte[] octets = new byte[values.length * 4];
    for (int i = 0; i < values.length; i++) {
      putInt(octets, i * 4, values[i]);
    }
    return octets;
  }

  /** All parts, one behind the other. */
  public static byte[] concat(byte[]... parts) {
    int total = 0;
    for (byte[] part : parts) {
      total += part.length;
    }
    byte[] all = new byte[total];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  /** Lower-case hex without spaces, cut after {@code max} octets with an ellipsis. */
  public static String hex(byte[] octets, int max) {
    int shown = Math.min(octets.length, max);
    String text = HexFormat.of().formatHex(octets, 0, shown);
    return shown < octets.length ? text + "…" : text;
  }
}
