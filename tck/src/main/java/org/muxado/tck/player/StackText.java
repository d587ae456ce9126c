package org.muxado.tck.player;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A throwable with its stack, as text. */
final class StackText {

  private StackText() {}

  static String of(Throwable error) {
    StringWriter text = new StringWriter();
    error.printStackTrace(new PrintWriter(text));
    return text.toString().strip();
  }
}
