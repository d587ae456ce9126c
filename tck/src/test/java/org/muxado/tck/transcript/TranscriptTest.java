package org.muxado.tck.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.WireFrame;

/** The text of a transcript stays short, however much was sent. */
class TranscriptTest {

  private final Transcript transcript = new Transcript();

  private static WireFrame data(int stream, int... octets) {
    byte[] payload = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      payload[i] = (byte) octets[i];
    }
    return new Frame.Data(stream, payload, false).toWire();
  }

  private List<String> lines() {
    return transcript.render().lines().toList();
  }

  /** Every one of them used to be a line. */
  @Test
  void foldsDataThatDiffersInItsOctetsAtMost() {
    for (int i = 0; i < 20_000; i++) {
      transcript.frame(Origin.KIT, data(5, i & 0xFF));
    }
    transcript.frame(Origin.IMPLEMENTATION, data(5, 1));
    assertEquals(
        List.of(
            "   0  kit  ->  DATA stream 5 1 octet 00",
            "      … 19,999 more like it",
            "20000  impl <-  DATA stream 5 1 octet 01"),
        lines());
  }

  @Test
  void foldsNoFramesOfOtherStreamsSizesOrRemarks() {
    transcript.frame(Origin.KIT, data(5, 1));
    transcript.frame(Origin.KIT, data(7, 1));
    transcript.frame(Origin.KIT, data(7, 1, 2));
    transcript.remark(transcript.frame(Origin.KIT, data(7, 1, 2)), "fence");
    assertEquals(4, lines().size());
  }

  /** They used to become one line, and what the failure was about with them. */
  @Test
  void foldsNoOtherFramesWithAnotherPayload() {
    for (int i = 1; i <= 3; i++) {
      transcript.frame(Origin.KIT, new Frame.WndInc(5, i).toWire());
    }
    for (int i = 1; i <= 3; i++) {
      transcript.frame(Origin.KIT, new Frame.GoAway(i, 0, new byte[0]).toWire());
    }
    assertEquals(6, lines().size());
  }

  @Test
  void foldsOtherFramesThatAreTheSame() {
    for (int i = 0; i < 3; i++) {
      transcript.frame(Origin.KIT, new Frame.WndInc(5, 1).toWire());
    }
    assertEquals("      … 2 more like it", lines().get(1));
    assertEquals(2, lines().size());
  }

  @Test
  void foldsEventsThatAreTheSame() {
    transcript.event(Origin.APPLICATION, "accepted a");
    transcript.event(Origin.APPLICATION, "accepted a");
    transcript.event(Origin.APPLICATION, "accepted a");
    transcript.event(Origin.APPLICATION, "accepted b");
    assertEquals("      … 2 more like it", lines().get(1));
    assertEquals(3, lines().size());
  }

  /** It used to be counted, in a line of the same length. */
  @Test
  void showsASecondOneItself() {
    transcript.frame(Origin.KIT, data(5, 1));
    transcript.frame(Origin.KIT, data(5, 2));
    transcript.event(Origin.APPLICATION, "accepted a");
    assertEquals("   1  kit  ->  DATA stream 5 1 octet 02", lines().get(1));
    assertEquals(3, lines().size());
  }

  @Test
  void leavesOutTheMiddleAndSaysHowMuch() {
    for (int stream = 1; stream <= 1_000; stream++) {
      transcript.frame(Origin.KIT, data(stream, 1));
    }
    assertEquals(301, lines().size());
    assertEquals("      … 700 lines left out", lines().get(100));
    assertTrue(lines().get(101).startsWith(" 800  kit  ->  DATA stream 801 "));
  }

  @Test
  void cutsALineThatIsTooLong() {
    transcript.event(Origin.WIRE, "x".repeat(10_000));
    assertTrue(lines().get(0).length() < 450, lines().get(0));
    assertTrue(lines().get(0).endsWith("x…"));
  }
}
