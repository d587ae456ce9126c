package org.muxado.vectors.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muxado.vectors.source.Values;
import org.muxado.vectors.source.YamlSource;
import org.muxado.vectors.wire.Frame;

class FrameNotationTest {

  @Test
  void writesWhatTheReaderReads() {
    String text =
        "[{SYN: {stream: 3, priority: 5, type: 4294967295, fin: true}},"
            + " {RST: {stream: 3, code: CANCEL}},"
            + " {DATA: {stream: 3, bytes: \"6869\", fin: true}},"
            + " {WNDINC: {stream: 3, increment: 9}},"
            + " {PRI: {stream: 3}},"
            + " {GOAWAY: {last: 7, code: 99, debug-bytes: \"ff\"}}]";
    List<Frame> frames =
        Values.items(YamlSource.parse("f", text)).stream().map(FrameReader::read).toList();
    assertEquals(6, frames.size());
    assertEquals(text, FrameNotation.of(frames));
  }
}
