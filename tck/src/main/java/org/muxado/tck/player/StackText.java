package org.muxado.tck.player;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.muxado.tck.external.ProgramFailedException;

/** What was thrown, as people read it. Stateless. */
public final class StackText {

  private StackText() {}

  /**
   * A program's end in words, anything else of Java with its stack; where a class is missing, what
   * to do about it comes first.
   */
  public static String of(Throwable error) {
    if (error instanceof ProgramFailedException) {
      return String.valueOf(error.getMessage());
    }
    StringWriter text = new StringWriter();
    missingClass(error).ifPresent(hint -> text.append(hint).append('\n'));
    error.printStackTrace(new PrintWriter(text));
    return text.toString().strip();
  }

  /** What to do about a missing class, which the JVM only names; empty for other errors. */
  public static Optional<String> missingClass(Throwable error) {
    String name = String.valueOf(error.getMessage());
    boolean isMissing = error instanceof NoClassDefFoundError && name.indexOf(' ') < 0;
    return isMissing
        ? Optional.of(name.replace('/', '.') + " is not on the class path: add it with --classpath")
        : Optional.empty();
  }
}
