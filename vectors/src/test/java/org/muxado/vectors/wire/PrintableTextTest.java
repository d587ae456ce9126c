package org.muxado.vectors.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PrintableTextTest {

  @Test
  void plainTextStaysAsItIs() {
    assertEquals("Grüße, 世界 🙂", PrintableText.of("Grüße, 世界 🙂"));
  }

  @Test
  void whatSteersATerminalIsWrittenAsItsNumber() {
    assertEquals("\\x1b[2J\\x07\\x7f\\x9b", PrintableText.of("\u001b[2J\u0007\u007f\u009b"));
  }

  @Test
  void whatTurnsTheOrderAroundIsWrittenAsItsNumber() {
    assertEquals("a\\u202eb\\u2028c", PrintableText.of("a\u202eb\u2028c"));
  }

  @Test
  void onOneLineLineEndsAreWrittenToo() {
    assertEquals("a\\r\\nb\\tc", PrintableText.of("a\r\nb\tc"));
  }

  @Test
  void linesKeepTheirEndsAndTabs() {
    assertEquals("a\nb\tc\\rd", PrintableText.ofLines("a\r\nb\tc\rd"));
  }

  /** It used to be shown raw. */
  @Test
  void theDebugTextOfAFrameIsFitToBeShown() {
    byte[] debug = "\u001b]0;x\u0007\nFAIL".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        "GOAWAY last 3 CANCEL \"\\x1b]0;x\\x07\\nFAIL\"",
        new Frame.GoAway(3, ErrorCodes.CANCEL, debug).toString());
  }
}
