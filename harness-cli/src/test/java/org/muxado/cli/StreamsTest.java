package org.muxado.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StreamsTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Streams streams = Streams.of(new ByteArrayInputStream(new byte[0]), out, err, true);

  private static String text(ByteArrayOutputStream octets) {
    return octets.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void textHoldsNothingThatSteersATerminal() {
    streams.text().println("a\u001b[2J\n\tb");
    streams.text().printf("%s%c%n", "\u0007", '\u001b');
    streams.err().println("\u009b");
    assertEquals("a\\x1b[2J\n\tb\n\\x07\\x1b\n", text(out));
    assertEquals("\\x9b\n", text(err));
  }

  @Test
  void theLiveLineMaySteerIt() {
    streams.live().print("\r\u001b[K");
    streams.live().flush();
    assertEquals("\r\u001b[K", text(err));
  }
}
