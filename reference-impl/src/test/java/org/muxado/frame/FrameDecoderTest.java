package org.muxado.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameDecoderTest {

  private static final String ALL_TYPES =
      "0008 06 01 00000003 00000005 00000009" // SYN 3, PRIORITY and TYPE: 5 and 9
          + "0000 01 01 00000005" // SYN 5 with FIN
          + "0004 02 01 00000007 7fffffff" // SYN 7 with the highest priority
          + "0004 04 01 00000009 ffffffff" // SYN 9 with the highest type
          + "0004 00 02 00000003 00000007" // RST 3 CANCEL
          + "0003 01 03 00000005 616263" // DATA 5 with FIN
          + "0000 00 03 00000005" // DATA 5, empty
          + "0004 00 04 00000003 00010000" // WNDINC 3 of 65,536
          + "0004 00 05 00000003 00000002" // PRI 3 of 2
          + "000a 00 06 00000000 00000003 00000001 6f6b"; // GOAWAY 3 PROTOCOL_ERROR "ok"

  private static final List<Decoded> ALL_FRAMES =
      List.of(
          new Frame.Syn(3, 5, 9, false),
          new Frame.Syn(5, 0, 0, true),
          new Frame.Syn(7, Integer.MAX_VALUE, 0, false),
          new Frame.Syn(9, 0, -1, false),
          new Frame.Rst(3, 7),
          new Frame.Data(5, true, text("abc")),
          new Frame.Data(5, false, text("")),
          new Frame.WndInc(3, 65_536),
          new Frame.Pri(3, 2),
          new Decoded.GoAwayStarted(3, 1),
          new Frame.GoAway(3, 1, text("ok")));

  private final FrameDecoder decoder = new FrameDecoder(false);

  private static ByteBuffer text(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ByteBuffer octets(String hex) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  private List<Decoded> decode(ByteBuffer in) {
    List<Decoded> all = new ArrayList<>();
    for (Decoded found = decoder.next(in); found != null; found = decoder.next(in)) {
      all.add(found instanceof Frame.Data data ? copy(data) : found);
    }
    assertEquals(0, in.remaining());
    return all;
  }

  private static Frame.Data copy(Frame.Data data) {
    byte[] octets = new byte[data.payload().remaining()];
    data.payload().get(octets);
    return new Frame.Data(data.streamId(), data.fin(), ByteBuffer.wrap(octets));
  }

  @Test
  void findsEveryTypeOfFrame() {
    assertEquals(ALL_FRAMES, decode(octets(ALL_TYPES)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 8, 9, 13, 20})
  void findsTheSameHoweverTheOctetsAreCut(int size) {
    ByteBuffer in = octets(ALL_TYPES);
    List<Decoded> all = new ArrayList<>();
    while (in.hasRemaining()) {
      ByteBuffer piece = in.slice(in.position(), Math.min(size, in.remaining()));
      in.position(in.position() + piece.remaining());
      all.addAll(decode(piece));
    }
    assertEquals(ALL_FRAMES, all);
  }

  @Test
  void writesWhatItReads() {
    ByteBuffer out = ByteBuffer.allocate(1_000);
    for (Decoded found : ALL_FRAMES) {
      if (found instanceof Frame frame) {
        int start = out.position();
        frame.write(out);
        assertEquals(frame.sizeBytes(), out.position() - start);
      }
    }
    assertEquals(octets(ALL_TYPES), out.flip());
  }

  @Test
  void ignoresReservedBitsAndUnknownFlags() {
    // length 4 with R bits, all flags but FIN, type 4 with R bits, id 3 with R bit, increment 1
    List<Decoded> found = decode(octets("c004 fe e4 80000003 80000001"));
    assertEquals(List.of(new Frame.WndInc(3, 1)), found);
    // SYN 3 with every undefined flag, then DATA 3
    found = decode(octets("c000 f8 e1 80000003 c001 fe e3 80000003 61"));
    assertEquals(
        List.of(new Frame.Syn(3, 0, 0, false), new Frame.Data(3, false, text("a"))), found);
  }

  @Test
  void acceptsExplicitZerosInSyn() {
    List<Decoded> found = decode(octets("0008 06 01 00000003 80000000 00000000"));
    assertEquals(List.of(new Frame.Syn(3, 0, 0, false)), found);
  }

  @ParameterizedTest
  @CsvSource({
    "0001 00 01 00000003, 5, FRAME-9, SYN on stream 3 with flags 0x00 has a length of 1",
    "0004 00 01 00000003, 5, FRAME-9, SYN on stream 3 with flags 0x00 has a length of 4",
    "0004 06 01 00000003, 5, FRAME-9, SYN on stream 3 with flags 0x06 has a length of 4",
    "0008 02 01 00000003, 5, FRAME-9, SYN on stream 3 with flags 0x02 has a length of 8",
    "0003 00 02 00000003, 5, FRAME-9, RST on stream 3 with flags 0x00 has a length of 3",
    "0005 00 04 00000003, 5, FRAME-9, WNDINC on stream 3 with flags 0x00 has a length of 5",
    "0000 00 05 00000003, 5, FRAME-9, PRI on stream 3 with flags 0x00 has a length of 0",
    "0007 00 06 00000000, 5, FRAME-9, GOAWAY on stream 0 with flags 0x00 has a length of 7",
    "0000 00 01 00000000, 1, FRAME-11, SYN with stream id 0",
    "0001 00 03 80000000, 1, FRAME-11, DATA with stream id 0",
    "0008 00 06 00000002, 1, FRAME-12, GOAWAY with stream id 2",
    "0008 00 00 00000002, 1, FRAME-13, frame of unknown type 0 on stream 2",
    "0008 00 07 00000002, 1, FRAME-13, frame of unknown type 7 on stream 2",
    "0008 00 1f 00000002, 1, FRAME-13, frame of unknown type 31 on stream 2",
  })
  void refusesAWrongHeaderBeforeItsPayload(String hex, int code, String rule, String message) {
    assertEquals(List.of(new Decoded.Violation(code, rule, message)), decode(octets(hex)));
  }

  @Test
  void keepsFramesBeforeTheBadOneAndNoneAfter() {
    String good = "0004 00 05 00000003 00000002";
    List<Decoded> found = decode(octets(good + "0000 00 0a 00000003" + good));
    assertEquals(2, found.size());
    assertEquals(new Frame.Pri(3, 2), found.get(0));
    assertEquals(List.of(), decode(octets(good)));
  }

  @Test
  void goAwayCountsAtItsEighthOctet() {
    assertEquals(List.of(), decode(octets("0010 00 06 00000000 00000003 000000")));
    assertEquals(List.of(new Decoded.GoAwayStarted(3, 2)), decode(octets("02")));
    assertEquals(List.of(), decode(octets("6162")));
    assertEquals(new Frame.GoAway(3, 2, text("ab")), decoder.end());
    assertNull(decoder.end());
  }

  @Test
  void goAwayWithoutDebugIsWholeAtOnce() {
    List<Decoded> found = decode(octets("0008 00 06 00000000 ffffffff ffffffff"));
    Decoded.GoAwayStarted start = new Decoded.GoAwayStarted(Integer.MAX_VALUE, -1);
    assertEquals(List.of(start, new Frame.GoAway(Integer.MAX_VALUE, -1, text(""))), found);
    assertNull(decoder.end());
  }

  @Test
  void keepsOnlyTheStartOfALongDebugText() {
    ByteBuffer out = ByteBuffer.allocate(20_000);
    String debug = "d".repeat(Frame.GoAway.MAX_DEBUG_BYTES);
    new Frame.GoAway(0, 0, text(debug)).write(out);
    new Frame.Rst(3, 1).write(out);
    List<Decoded> found = decode(out.flip());
    Frame.GoAway kept = (Frame.GoAway) found.get(1);
    assertEquals(text("d".repeat(FrameDecoder.MAX_DEBUG_KEPT_BYTES)), kept.debug());
    assertEquals(new Frame.Rst(3, 1), found.get(2));
  }

  @Test
  void quirkReadsEightOctetsOfGoAwayOnly() {
    FrameDecoder quirk = new FrameDecoder(true);
    ByteBuffer in = octets("0020 00 06 00000000 00000000 00000000 0004 00 02 00000003 00000001");
    assertEquals(new Decoded.GoAwayStarted(0, 0), quirk.next(in));
    assertEquals(new Frame.GoAway(0, 0, text("")), quirk.next(in));
    assertEquals(new Frame.Rst(3, 1), quirk.next(in));
    ByteBuffer tooShort = octets("0001 00 06 00000000 00000000 00000000");
    assertEquals(new Decoded.GoAwayStarted(0, 0), quirk.next(tooShort));
  }

  @Test
  void quirkChecksOtherLengthsAsEver() {
    Decoded found = new FrameDecoder(true).next(octets("0003 00 02 00000003"));
    assertTrue(found instanceof Decoded.Violation);
  }

  @Test
  void wholePayloadIsAViewOfTheInput() {
    ByteBuffer in = octets("0001 00 03 00000003 61");
    Frame.Data data = (Frame.Data) decoder.next(in);
    in.put(8, (byte) 'z');
    assertEquals(text("z"), data.payload());
  }

  @Test
  void longestPayloadsComeThroughInPieces() {
    for (int i = 0; i < 2; i++) {
      ByteBuffer out = ByteBuffer.allocate(FrameHeader.BYTES + FrameHeader.MAX_PAYLOAD_BYTES);
      Frame.Data data = new Frame.Data(3, false, text("y".repeat(16_383)));
      data.write(out);
      out.flip();
      assertEquals(List.of(), decode(out.slice(0, 5_000)));
      assertEquals(List.of(data), decode(out.slice(5_000, out.remaining() - 5_000)));
    }
  }

  @Test
  void endWithoutGoAwayIsNothing() {
    decode(octets("0004 00 02 00"));
    assertNull(decoder.end());
  }
}
