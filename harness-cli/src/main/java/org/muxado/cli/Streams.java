package org.muxado.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where the command reads and writes. Text is UTF-8 on every machine.
 *
 * @param in standard input
 * @param out standard output, for octets; text goes through {@link #text()}
 * @param text standard output, for text: nothing that steers a terminal gets through
 * @param err standard error, for text alike
 * @param live standard error, for what does steer the terminal
 * @param isLive whether standard error is a terminal that shows progress as it happens
 */
public record Streams(
    InputStream in,
    OutputStream out,
    PrintWriter text,
    PrintWriter err,
    PrintWriter live,
    boolean isLive) {

  /** The process's own streams. The launcher says by a property whether they are a terminal. */
  static Streams ofProcess() {
    return of(System.in, System.out, System.err, Boolean.getBoolean("muxado.live"));
  }

  /** Streams with text writers around them. */
  static Streams of(InputStream in, OutputStream out, OutputStream err, boolean isLive) {
    return new Streams(in, out, text(out), text(err), writer(err), isLive);
  }

  private static PrintWriter text(OutputStream stream) {
    return new PrintWriter(new TerminalWriter(writer(stream)), true);
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
