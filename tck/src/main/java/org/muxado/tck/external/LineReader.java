package org.muxado.tck.external;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads lines of bounded length, so that a program gone wild costs no memory. One thread. */
final class LineReader {

  private final InputStream in;
  private final int limitBytes;

  LineReader(InputStream in, int limitBytes) {
    this.in = new BufferedInputStream(in, 65_536);
    this.limitBytes = limitBytes;
  }

  /**
   * Reads the next line; a last line without a line end counts.
   *
   * @return the line without its line end, or null at the end
   * @throws MalformedAnswerException if the line is longer than the limit
   */
  @Nullable String next() throws IOException, MalformedAnswerException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int octet = in.read();
    if (octet < 0) {
      return null;
    }
    for (; octet >= 0 && octet != '\n'; octet = in.read()) {
      if (line.size() == limitBytes) {
        throw new MalformedAnswerException("a line longer than " + limitBytes + " octets");
      }
      line.write(octet);
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
