package org.muxado.vectors.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WireCodecTest {

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  private static WireFrame only(String text) {
    List<WireFrame> frames = new WireReader().feed(hex(text));
    assertEquals(1, frames.size());
    return frames.get(0);
  }

  /** Length 8, flags PRIORITY and TYPE, type 1, stream 3, priority 5, stream type 10. */
  private static final String SYN = "0008 06 01 00000003 00000005 0000000a";

  /** Length 16 (nothing of it written beyond 8), type 6, stream 0, last 2, PROTOCOL_ERROR. */
  private static final String GO_LIBRARY_GOAWAY = "0010 00 06 00000000 00000002 00000001";

  @Test
  void encodesSynWithPriorityAndType() {
    assertArrayEquals(hex(SYN), new Frame.Syn(3, 5, 10, false).toWire().encode());
  }

  @Test
  void omitsFieldsWhoseValueIsZero() {
    byte[] encoded = new Frame.Syn(3, 0, 0, true).toWire().encode();
    assertArrayEquals(hex("0000 01 01 00000003"), encoded);
  }

  @Test
  void writesExplicitZerosOnRequest() {
    byte[] encoded = new Frame.Syn(3, 0, 0, false).toWireWithExplicitZeros().encode();
    assertArrayEquals(hex("0008 06 01 00000003 00000000 00000000"), encoded);
  }

  @Test
  void readsBackEveryTypeOfFrame() {
    byte[] text = "bye".getBytes(StandardCharsets.UTF_8);
    List<Frame> frames =
        List.of(
            new Frame.Syn(3, 5, 0xFFFFFEFF, true),
            new Frame.Rst(3, ErrorCodes.CANCEL),
            new Frame.Data(5, text, true),
            new Frame.WndInc(5, 0x7FFFFFFF),
            new Frame.Pri(0x7FFFFFFF, 9),
            new Frame.GoAway(2, 0xFFFFFFFF, text));
    for (Frame frame : frames) {
      WireFrame wire = new WireReader().feed(frame.toWire().encode()).get(0);
      assertEquals(Optional.of(frame), Frame.of(wire));
    }
  }

  @Test
  void splitsTheSameHoweverOctetsArrive() {
    byte[] octets = hex(SYN + "0002 01 03 00000003 6869" + "0000 00 03 00000003");
    List<WireFrame> whole = new WireReader().feed(octets);
    WireReader reader = new WireReader();
    List<WireFrame> single = new ArrayList<>();
    for (int i = 0; i < octets.length; i++) {
      single.addAll(reader.feed(octets, i, 1));
    }
    assertEquals(3, whole.size());
    assertEquals(whole, single);
    assertEquals(octets.length, reader.octetsRead());
  }

  @Test
  void keepsReservedBitsApartFromTheirNeighbours() {
    WireFrame frame = only("c000 00 e3 80000005");
    assertEquals(0x3F, frame.reserved());
    assertEquals(WireFrame.of(3, 0, 5, new byte[0]), frame.withReserved(0));
    assertArrayEquals(hex("c000 00 e3 80000005"), frame.encode());
  }

  @Test
  void keepsEachGroupOfReservedBitsInItsPlace() {
    assertEquals(0x30, only("c000 00 03 00000005").reserved());
    assertEquals(0x0E, only("0000 00 e3 00000005").reserved());
    assertEquals(0x01, only("0000 00 03 80000005").reserved());
  }

  @Test
  void masksReservedBitsInPayloads() {
    assertEquals(
        Optional.of(new Frame.WndInc(5, 1)), Frame.of(only("0004 00 04 00000005 80000001")));
  }

  @Test
  void writesALengthThatIsWrong() {
    WireFrame frame = WireFrame.of(2, 0, 5, hex("00000007")).withLength(5);
    assertArrayEquals(hex("0005 00 02 00000005 00000007"), frame.encode());
  }

  @Test
  void showsATruncatedFrameAtTheEnd() {
    WireReader reader = new WireReader();
    assertEquals(List.of(), reader.feed(hex(GO_LIBRARY_GOAWAY)));
    WireFrame partial = reader.partial().orElseThrow();
    assertEquals(Optional.of(new Frame.GoAway(2, 1, new byte[0])), Frame.of(partial));
    assertEquals("GOAWAY last 2 PROTOCOL_ERROR (length says 16)", partial.toString());
  }

  @Test
  void hasNoPartialFrameInsideAHeader() {
    WireReader reader = new WireReader();
    reader.feed(hex("0010 00"));
    assertEquals(Optional.empty(), reader.partial());
    assertArrayEquals(hex("001000"), reader.incomplete());
  }

  @Test
  void doesNotParseFramesThatAReceiverRefuses() {
    assertEquals(Optional.empty(), Frame.of(only("0003 00 02 00000005 000000")));
    assertEquals(Optional.empty(), Frame.of(only("0000 00 07 00000005")));
  }

  @Test
  void refusesFieldsThatDoNotFitTheirBits() {
    assertThrows(IllegalArgumentException.class, () -> WireFrame.of(32, 0, 5, new byte[0]));
    assertThrows(IllegalArgumentException.class, () -> WireFrame.of(1, 0, -1, new byte[0]));
    assertThrows(IllegalArgumentException.class, () -> WireFrame.of(3, 0, 5, new byte[16384]));
  }

  @Test
  void namesCodesBothWays() {
    for (String name : ErrorCodes.names()) {
      assertEquals(name, ErrorCodes.name(ErrorCodes.number(name).orElseThrow()));
    }
    assertEquals("4294967295", ErrorCodes.name(-1));
    assertTrue(ErrorCodes.number("NOPE").isEmpty());
  }
}
