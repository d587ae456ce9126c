package org.muxado.vectors.frame;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.muxado.vectors.CodeReader;
import org.muxado.vectors.source.Fields;
import org.muxado.vectors.source.HexText;
import org.muxado.vectors.source.Node;
import org.muxado.vectors.source.Values;
import org.muxado.vectors.wire.Frame;

/** Reads one frame as vectors write it. */
final class FrameReader {

  private static final Map<String, Function<Fields, Frame>> TYPES =
      Map.of(
          "SYN", FrameReader::syn,
          "RST", f -> new Frame.Rst(stream(f), CodeReader.code(f.get("code"))),
          "DATA", f -> new Frame.Data(stream(f), octets(f, "bytes", "text"), f.flag("fin")),
          "WNDINC", f -> new Frame.WndInc(stream(f), f.number("increment", 0)),
          "PRI", f -> new Frame.Pri(stream(f), f.number("priority", 0)),
          "GOAWAY", FrameReader::goAway);

  private FrameReader() {}

  static Frame read(Node node) {
    Fields outer = Fields.of(node, "a frame");
    Fields.Choice<Function<Fields, Frame>> choice = outer.oneOf(TYPES);
    Fields fields = Fields.of(choice.value(), "the fields of the frame");
    Frame frame = choice.chosen().apply(fields);
    fields.end();
    outer.end();
    return frame;
  }

  private static int stream(Fields fields) {
    return Values.number(fields.get("stream"), 1, Integer.MAX_VALUE);
  }

  private static Frame syn(Fields fields) {
    int type = fields.find("type").map(Values::unsigned).orElse(0);
    return new Frame.Syn(stream(fields), fields.number("priority", 0), type, fields.flag("fin"));
  }

  private static Frame goAway(Fields fields) {
    return new Frame.GoAway(
        fields.number("last", 0),
        CodeReader.code(fields.get("code")),
        octets(fields, "debug-bytes", "debug"));
  }

  private static byte[] octets(Fields fields, String hex, String text) {
    if (fields.has(hex)) {
      return HexText.parse(fields.get(hex));
    }
    return fields.has(text) ? fields.text(text).getBytes(StandardCharsets.UTF_8) : new byte[0];
  }
}
