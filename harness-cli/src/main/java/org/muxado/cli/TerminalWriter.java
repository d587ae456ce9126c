package org.muxado.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import org.muxado.vectors.wire.PrintableText;

/**
 * Lets only text through: what a peer, a program or a file slips in to steer the terminal is shown
 * as its number. All text that the command prints passes here, but for the live line, which steers
 * the terminal itself and makes what it shows fit for that. As thread-safe as what it writes to.
 */
final class TerminalWriter extends FilterWriter {

  TerminalWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int character) throws IOException {
    out.write(PrintableText.ofLines(Character.toString(character)));
  }

  @Override
  public void write(char[] text, int from, int count) throws IOException {
    out.write(PrintableText.ofLines(new String(text, from, count)));
  }

  @Override
  public void write(String text, int from, int count) throws IOException {
    out.write(PrintableText.ofLines(text.substring(from, from + count)));
  }
}
