package org.muxado.tck.external;

import java.util.List;

/** The last 64 Ki characters that a program wrote to its standard error. Thread-safe. */
final class StderrLog {

  private static final int LIMIT_CHARS = 65_536;
  private static final long MOMENT_MILLIS = 50;
  private static final int MOST_MOMENTS = 10;

  private final StringBuilder text = new StringBuilder();
  private long droppedChars;

  /** Adds what was read; what is too old falls off. */
  synchronized void append(CharSequence chunk) {
    text.append(chunk);
    notifyAll();
    int excess = text.length() - LIMIT_CHARS;
    if (excess > 0) {
      text.delete(0, excess);
      droppedChars += excess;
    }
  }

  /** How many characters have been added so far. */
  synchronized long length() {
    return droppedChars + text.length();
  }

  /** Waits a moment for what was written and not read yet; for a bounded time if more comes. */
  synchronized void awaitQuiet() {
    try {
      long before;
      int left = MOST_MOMENTS;
      do {
        before = length();
        wait(MOMENT_MILLIS);
      } while (length() != before && --left > 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Returns the last lines, without the final line end.
   *
   * @param from how many of the first characters do not count
   */
  synchronized String tail(int lineCount, long from) {
    int start = (int) Math.max(0, from - droppedChars);
    List<String> lines = text.substring(start).lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - lineCount), lines.size()));
  }
}
