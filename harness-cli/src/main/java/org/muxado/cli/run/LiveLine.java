package org.muxado.cli.run;

import java.io.PrintWriter;
import org.muxado.vectors.wire.PrintableText;

/**
 * One line of a terminal that is written again and again. Where there is no terminal it writes
 * nothing. Not thread-safe.
 */
public final class LiveLine {

  private static final String CLEAR = "\r\u001B[K";
  private static final String NO_WRAP = "\u001B[?7l";
  private static final String WRAP = "\u001B[?7h";

  private final PrintWriter out;
  private final boolean isLive;

  /**
   * Makes a line.
   *
   * @param isLive whether the writer goes to a terminal that understands control sequences
   */
  public LiveLine(PrintWriter out, boolean isLive) {
    this.out = out;
    this.isLive = isLive;
  }

  /**
   * Shows a text in place of the last one; what does not fit the terminal is cut off, and what
   * would steer it is shown as its number.
   */
  public void show(String text) {
    write(CLEAR + NO_WRAP + PrintableText.of(text) + WRAP);
  }

  /** Empties the line, so that other text can be written. */
  public void clear() {
    write(CLEAR);
  }

  private void write(String text) {
    if (isLive) {
      out.print(text);
      out.flush();
    }
  }
}
