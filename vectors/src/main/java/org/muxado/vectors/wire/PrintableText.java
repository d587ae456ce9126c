package org.muxado.vectors.wire;

import java.util.function.IntPredicate;

/**
 * Makes text of a peer fit to be shown: what would steer a terminal, or change the order or the
 * lines of what is read, is written as its number. Stateless.
 */
public final class PrintableText {

  private PrintableText() {}

  /** The text on one line: {@code \n} for a line end, {@code \x1b} for an escape. */
  public static String of(String text) {
    return without(text, PrintableText::isUnfit);
  }

  /** The text with its line ends and tabs as they are. */
  public static String ofLines(String text) {
    return without(text.replace("\r\n", "\n"), c -> c != '\n' && c != '\t' && isUnfit(c));
  }

  private static boolean isUnfit(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  private static String without(String text, IntPredicate isUnfit) {
    if (text.codePoints().noneMatch(isUnfit)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(c -> shown.append(isUnfit.test(c) ? escape(c) : Character.toString(c)));
    return shown.toString();
  }

  private static String escape(int character) {
    return switch (character) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> (character < 0x100 ? "\\x%02x" : "\\u%04x").formatted(character);
    };
  }
}
