package org.muxado.cli.octets;

import java.io.ByteArrayOutputStream;
import org.muxado.vectors.source.Finding;
import org.muxado.vectors.source.FormatException;
import org.muxado.vectors.source.Location;

/**
 * Reads hex as people have it at hand: digits in pairs, with spaces, line ends, commas or colons
 * between them, {@code 0x} before them, {@code # comments} up to the line's end, and {@code *n}
 * behind a group for n times that group, as in the vectors. Not thread-safe; one for each text.
 */
public final class HexInput {

  private static final int MAX_OCTETS = 1 << 26;

  private static final String SECOND = "the second digit of a pair: a digit is missing";

  private final String source;
  private final String text;
  private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
  private int at;
  private int groupStart;

  private HexInput(String source, String text) {
    this.source = source;
    this.text = text;
  }

  /**
   * The octets that a text stands for.
   *
   * @param source what the text is called in errors
   * @throws FormatException naming line and column, if the text is not hex
   */
  public static byte[] parse(String source, String text) {
    return new HexInput(source, text).parse();
  }

  private byte[] parse() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (isSeparator(c)) {
        at++;
      } else {
        group();
      }
    }
    return octets.toByteArray();
  }

  private static boolean isSeparator(char c) {
    return Character.isWhitespace(c) || c == ',' || c == ':';
  }

  private void group() {
    groupStart = octets.size();
    if (text.startsWith("0x", at) || text.startsWith("0X", at)) {
      at += 2;
    }
    do {
      octets.write((digit("a pair of hex digits") << 4) | digit(SECOND));
    } while (at < text.length() && isDigit(text.charAt(at)));
    if (at < text.length() && text.charAt(at) == '*') {
      at++;
      repeat();
    }
  }

  private static boolean isDigit(char c) {
    return Character.digit(c, 16) >= 0;
  }

  private int digit(String expected) {
    int value = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
    if (value < 0) {
      throw unexpected(expected);
    }
    at++;
    return value;
  }

  private void repeat() {
    byte[] all = octets.toByteArray();
    int length = all.length - groupStart;
    int times = count(MAX_OCTETS / length);
    octets.reset();
    octets.write(all, 0, groupStart);
    for (int i = 0; i < times; i++) {
      octets.write(all, groupStart, length);
    }
  }

  private int count(int max) {
    int start = at;
    while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0) {
      at++;
    }
    String digits = text.substring(start, at);
    if (digits.isEmpty() || digits.length() > 8 || Integer.parseInt(digits) > max) {
      at = start;
      throw unexpected("how often to repeat the group, at most " + max + " times");
    }
    return Integer.parseInt(digits);
  }

  private FormatException unexpected(String expected) {
    String before = text.substring(0, at);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = at - before.lastIndexOf('\n');
    String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
    return new FormatException(new Finding(new Location(source, line, column), found, expected));
  }
}
