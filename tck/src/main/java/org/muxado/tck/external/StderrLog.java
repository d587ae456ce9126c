package org.muxado.tck.external;

import java.util.List;

/**
 * The last 64 Ki characters that programs wrote to their standard error since the log was last
 * taken. Thread-safe.
 */
final class StderrLog {

  private static final int LIMIT_CHARS = 65_536;

  private final StringBuilder text = new StringBuilder();

  /** Adds what was read; what is too old falls off. */
  synchronized void append(CharSequence chunk) {
    text.append(chunk);
    if (text.length() > LIMIT_CHARS) {
      text.delete(0, text.length() - LIMIT_CHARS);
    }
  }

  /** Returns the text and forgets it. */
  synchronized String take() {
    String taken = text.toString();
    text.setLength(0);
    return taken;
  }

  /** Returns the last lines, without the final line end. */
  synchronized String tail(int lineCount) {
    List<String> lines = text.toString().lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - lineCount), lines.size()));
  }
}
