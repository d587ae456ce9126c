package org.muxado.vectors.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muxado.vectors.frame.FrameVector.SessionError;
import org.muxado.vectors.source.FormatException;
import org.muxado.vectors.source.YamlSource;
import org.muxado.vectors.wire.Codes;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Frame;

class FrameVectorReaderTest {

  private static final String HEAD =
      """
      vectors:
      - id: syn/name
        title: What is shown
        requirements: [SYN-1]
        level: MUST
        provenance: {kind: spec, ref: "section 6.1"}
      """;

  private static FrameVector read(String tail) {
    return FrameVectorReader.read(YamlSource.parse("f", HEAD + tail.indent(2))).get(0);
  }

  @Test
  void readsEveryTypeOfFrame() {
    FrameVector vector =
        read(
            """
            kind: both
            hex: "00*2 ff"
            frames:
            - {SYN: {stream: 3, priority: 5, type: 0xFFFFFEFF, fin: true}}
            - {RST: {stream: 3, code: 0xFFFFFFFF}}
            - {DATA: {stream: 3, text: hi, fin: true}}
            - {DATA: {stream: 3, bytes: "6869"}}
            - {WNDINC: {stream: 3, increment: 9}}
            - {PRI: {stream: 3, priority: 9}}
            - {GOAWAY: {last: 2, code: CANCEL, debug: hi}}
            - {GOAWAY: {code: NO_ERROR, debug-bytes: "6869"}}
            """);
    byte[] hi = {'h', 'i'};
    assertArrayEquals(new byte[] {0, 0, -1}, vector.octets());
    assertEquals(
        List.of(
            new Frame.Syn(3, 5, 0xFFFFFEFF, true),
            new Frame.Rst(3, -1),
            new Frame.Data(3, hi, true),
            new Frame.Data(3, hi, false),
            new Frame.WndInc(3, 9),
            new Frame.Pri(3, 9),
            new Frame.GoAway(2, ErrorCodes.CANCEL, hi),
            new Frame.GoAway(0, 0, hi)),
        vector.frames());
    assertTrue(vector.decodes() && vector.encodes());
  }

  @Test
  void readsAnErrorWithThePlaceOfItsDecision() {
    FrameVector vector =
        read(
            """
            kind: decode
            hex: "00*8"
            error: {codes: [PROTOCOL_ERROR, 5], decided-after: 8}
            """);
    assertEquals(new SessionError(new Codes(List.of(1, 5)), 8), vector.error());
    assertFalse(vector.encodes());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: both | error: {codes: [1], decided-after: 1} | decode, since there is an error",
        "kind: decode | error: {codes: [1], decided-after: 2} | a number from 1 to 1",
        "kind: decode | error: {codes: [OOPS], decided-after: 1} | a number or one of NO_ERROR",
        "kind: decode | error: {codes: [1]} | \"decided-after\" is missing",
        "kind: decode | frames: [{SYN: {}}] | \"stream\" is missing",
        "kind: decode | frames: [{SYN: {stream: 0}}] | a number from 1 to 2147483647",
        "kind: decode | frames: [{NAP: {stream: 3}}] | exactly one of DATA, GOAWAY, PRI",
        "kind: decode | frames: [{PRI: {stream: 3, fin: true}}] | one of priority, stream",
        "kind: maybe | frames: [] | one of DECODE, ENCODE, BOTH",
        "kind: decode | surprise: 1 | one of catches",
      })
  void namesWhatItExpects(String kind, String line, String expected) {
    String tail = kind + "\nhex: \"00\"\n" + line + "\n";
    String message = assertThrows(FormatException.class, () -> read(tail)).getMessage();
    String text = expected.endsWith(" is missing") ? ": " + expected : "expected " + expected;
    assertTrue(message.contains(text), message);
  }
}
