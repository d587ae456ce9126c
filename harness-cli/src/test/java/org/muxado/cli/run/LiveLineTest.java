package org.muxado.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LiveLineTest {

  private final StringWriter written = new StringWriter();

  @Test
  void rewritesOneLineOfATerminal() {
    LiveLine line = new LiveLine(new PrintWriter(written), true);

    line.show("1 of 2");
    line.clear();

    assertEquals("\r\u001B[K\u001B[?7l1 of 2\u001B[?7h\r\u001B[K", written.toString());
  }

  @Test
  void staysSilentWithoutATerminal() {
    LiveLine line = new LiveLine(new PrintWriter(written), false);

    line.show("1 of 2");
    line.clear();

    assertEquals("", written.toString());
  }

  /** The id of a case from a file used to be shown raw. */
  @Test
  void whatIsShownDoesNotSteerTheTerminal() {
    LiveLine line = new LiveLine(new PrintWriter(written), true);

    line.show("1 of 2: a\u001B[2J\nb");

    assertEquals("\r\u001B[K\u001B[?7l1 of 2: a\\x1b[2J\\nb\u001B[?7h", written.toString());
  }
}
