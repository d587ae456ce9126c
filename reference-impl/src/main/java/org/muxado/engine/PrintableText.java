package org.muxado.engine;

import java.util.regex.Pattern;

/** Makes what the peer wrote fit for logs and terminals. Stateless. */
final class PrintableText {

  /** Control characters, line and paragraph separators, and what turns the direction of text. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]");

  private PrintableText() {}

  /** What happened, followed by the peer's debug text if there is one. */
  static String withDebug(String happened, String debug) {
    return debug.isEmpty() ? happened : happened + ": " + of(debug);
  }

  private static String of(String text) {
    return UNPRINTABLE.matcher(text).replaceAll("\uFFFD");
  }
}
