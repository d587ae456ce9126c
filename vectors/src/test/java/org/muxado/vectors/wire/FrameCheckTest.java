package org.muxado.vectors.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameCheckTest {

  private static WireFrame frame(String hex) {
    WireReader reader = new WireReader();
    List<WireFrame> complete = reader.feed(HexFormat.of().parseHex(hex.replace(" ", "")));
    return complete.isEmpty() ? reader.partial().orElseThrow() : complete.get(0);
  }

  private static String ids(List<Violation> violations) {
    return String.join(" ", violations.stream().map(Violation::requirement).toList());
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "0000 00 01 00000003, ''",
    "0004 00 01 00000003 00000001, FRAME-9", // no flag calls for the field
    "0003 00 02 00000003, FRAME-9", // the payload is not there; the header decides
    "0005 00 04 00000003, FRAME-9",
    "0007 00 06 00000000, FRAME-9",
    "3fff 00 03 00000003, ''",
    "0004 00 05 00000003 00000001, ''", // PRI is a valid type
    "0000 00 03 00000000, FRAME-11",
    "0003 00 02 00000000, FRAME-9 FRAME-11",
    "0008 00 06 00000001, FRAME-12",
    "0000 00 00 00000003, FRAME-13",
    "0000 00 1f 00000003, FRAME-13",
    "c000 ff e3 80000003, ''", // reserved bits and undefined flags
  })
  void namesWhatAReceiverRefuses(String hex, String expected) {
    assertEquals(expected, ids(FrameCheck.receiverFaults(frame(hex))));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "0000 01 01 00000003, ''",
    "c000 00 03 00000003, FRAME-3",
    "0000 02 03 00000003, FRAME-5",
    "0004 00 04 00000003 80000001, FRAME-3",
    "0004 00 05 00000003 80000001, FRAME-3",
    "0008 00 06 00000000 80000002 00000000, FRAME-3",
    "0004 02 01 00000003 80000001, FRAME-3",
    "0004 04 01 00000003 ffffffff, ''", // a stream type has no reserved bit
    "0004 02 01 00000003 00000000, SYN-4",
    "0004 04 01 00000003 00000000, SYN-5",
    "0004 00 04 00000003 00000000, WND-2",
    "0004 00 02 00000003 00000008, ERR-1",
    "0008 00 06 00000000 00000002 00000008, ERR-1",
    "0000 00 07 00000003, FRAME-13",
  })
  void namesWhatASenderMustNotWrite(String hex, String expected) {
    assertEquals(expected, ids(FrameCheck.senderFaults(frame(hex))));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "0000 00 01 00000003 | SYN stream 3",
        "0008 07 01 00000003 00000005 0000000a | SYN stream 3 FIN priority 5 type 0x0000000a",
        "0002 01 03 00000005 6869 | DATA stream 5 FIN 2 octets 6869",
        "0000 00 03 00000005 | DATA stream 5 empty",
        "0004 00 02 00000005 00000007 | RST stream 5 CANCEL",
        "0004 00 02 00000005 ffffffff | RST stream 5 4294967295",
        "0004 00 04 00000005 00000010 | WNDINC stream 5 increment 16",
        "0004 00 05 00000005 00000010 | PRI stream 5 priority 16",
        "000a 00 06 00000000 00000004 00000000 6f6b | GOAWAY last 4 NO_ERROR \"ok\"",
        "c001 02 e9 80000000 ff | TYPE 9 stream 0 1 octet ff (flags 0x02) (reserved 0x3f)",
        "0011 00 03 00000005 0000000000000000000000000000000000"
            + " | DATA stream 5 17 octets 00000000000000000000000000000000…",
      })
  void rendersFramesInOneLine(String hex, String expected) {
    assertEquals(expected, FrameText.of(frame(hex)));
  }
}
