package org.muxado.adapter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.muxado.tck.spi.CodecFrame;
import org.muxado.tck.spi.Decoded;

class BundledCodecTest {

  private final BundledCodec codec = new BundledCodec();

  @Test
  void decodesWhatItEncodes() {
    List<CodecFrame> frames =
        List.of(
            new CodecFrame.Syn(3, 5, 9, true),
            new CodecFrame.Rst(3, 7),
            new CodecFrame.WndInc(3, 100),
            new CodecFrame.Pri(3, 1));
    for (CodecFrame frame : frames) {
      Decoded decoded = codec.decode(codec.encode(frame));
      assertEquals(List.of(frame), decoded.frames());
      assertEquals(OptionalInt.empty(), decoded.sessionError());
    }
  }

  @Test
  void keepsPayloadAndDebugText() {
    byte[] octets = {1, 2, 3};
    CodecFrame data = only(codec.encode(new CodecFrame.Data(4, octets, true)));
    assertArrayEquals(octets, assertInstanceOf(CodecFrame.Data.class, data).payload());
    CodecFrame goAway = only(codec.encode(new CodecFrame.GoAway(4, 1, octets)));
    assertArrayEquals(octets, assertInstanceOf(CodecFrame.GoAway.class, goAway).debug());
  }

  @Test
  void keepsFramesBeforeAnError() {
    // RST of stream 3 with CANCEL, then a RST that is 5 octets long.
    byte[] octets = HexFormat.of().parseHex("0004000200000003" + "00000007" + "0005000200000003");
    Decoded decoded = codec.decode(octets);
    assertEquals(List.of(new CodecFrame.Rst(3, 7)), decoded.frames());
    assertEquals(OptionalInt.of(5), decoded.sessionError());
  }

  private CodecFrame only(byte[] octets) {
    return codec.decode(octets).frames().get(0);
  }
}
