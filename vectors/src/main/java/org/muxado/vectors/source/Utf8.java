package org.muxado.vectors.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Reads text that must be UTF-8. Stateless. */
public final class Utf8 {

  private Utf8() {}

  /**
   * The text that octets stand for.
   *
   * @param file the name to show in errors
   * @throws FormatException with the place of the first octet that is no part of UTF-8
   */
  public static String text(String file, byte[] octets) {
    ByteBuffer in = ByteBuffer.wrap(octets);
    CharBuffer out = CharBuffer.allocate(octets.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      throw new FormatException(notUtf8(file, text, octets[in.position()]));
    }
    return text;
  }

  /** The text before the octet tells where it stands. */
  private static Finding notUtf8(String file, String before, byte octet) {
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    String found = "not UTF-8 text: octet 0x%02x".formatted(octet & 0xFF);
    return new Finding(new Location(file, line, column), found, "");
  }
}
