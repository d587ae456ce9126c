package org.muxado.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One run of the command inside the test, with everything that it printed. */
record Run(int exitCode, String out, String err) {

  /** Runs the command with nothing on standard input. */
  static Run of(String... args) {
    return withInput("", args);
  }

  /** Runs the command with this text on standard input. */
  static Run withInput(String input, String... args) {
    return withInput(input.getBytes(StandardCharsets.UTF_8), args);
  }

  /** Runs the command with these octets on standard input. */
  static Run withInput(byte[] input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams = Streams.of(new ByteArrayInputStream(input), out, err, false);
    int exitCode = MuxadoCommand.on(streams).execute(args);
    return new Run(exitCode, text(out), text(err));
  }

  private static String text(ByteArrayOutputStream octets) {
    return octets.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  /** The lines on standard output. */
  List<String> lines() {
    return out.lines().toList();
  }
}
