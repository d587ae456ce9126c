package org.muxado.vectors.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.muxado.vectors.CodeReader;
import org.muxado.vectors.conversation.SendItem.OutFrame;
import org.muxado.vectors.conversation.SendItem.Tampering;
import org.muxado.vectors.source.Fields;
import org.muxado.vectors.source.HexText;
import org.muxado.vectors.source.Node;
import org.muxado.vectors.source.Values;
import org.muxado.vectors.wire.WireFrame;

/** Reads what a {@code send:} step writes: one item or a list of them. Stateless. */
public final class SendReader {

  private static final Map<String, Function<Fields, OutFrame>> FRAMES = frames();

  private SendReader() {}

  private static Map<String, Function<Fields, OutFrame>> frames() {
    Map<String, Function<Fields, OutFrame>> frames = new LinkedHashMap<>();
    frames.put("SYN", SendReader::syn);
    frames.put("RST", f -> new OutFrame.Rst(stream(f), CodeReader.code(f.get("code"))));
    frames.put("DATA", f -> new OutFrame.Data(stream(f), Terms.sentPayload(f), f.flag("fin")));
    frames.put("WNDINC", f -> new OutFrame.WndInc(stream(f), number(f, "increment")));
    frames.put("PRI", f -> new OutFrame.Pri(stream(f), number(f, "priority")));
    frames.put("GOAWAY", SendReader::goAway);
    frames.put("FRAME", SendReader::other);
    return frames;
  }

  /**
   * The items, at least one.
   *
   * @throws org.muxado.vectors.source.FormatException if the node is none
   */
  public static List<SendItem> read(Node node) {
    List<SendItem> items = Values.oneOrMore(node).stream().map(SendReader::item).toList();
    if (items.isEmpty()) {
      throw node.expected("at least one frame");
    }
    return items;
  }

  private static SendItem item(Node node) {
    String expected = "one of " + String.join(", ", FRAMES.keySet()) + ", bytes";
    Map.Entry<String, Node> only = Fields.of(node, expected).only(expected);
    if (only.getKey().equals("bytes")) {
      return new SendItem.Raw(HexText.parse(only.getValue()));
    }
    Function<Fields, OutFrame> reader = FRAMES.get(only.getKey());
    if (reader == null) {
      throw node.expected(expected);
    }
    return frames(Fields.of(only.getValue(), "the fields of " + only.getKey()), reader);
  }

  private static SendItem frames(Fields fields, Function<Fields, OutFrame> reader) {
    OutFrame frame = reader.apply(fields);
    SendItem item = new SendItem.Frames(frame, tampering(fields), Terms.times(fields));
    fields.end();
    return item;
  }

  private static Tampering tampering(Fields fields) {
    Integer declared =
        fields
            .find("declared-length")
            .map(n -> Values.number(n, 0, WireFrame.MAX_LENGTH))
            .orElse(null);
    return new Tampering(
        fields.flag("reserved"),
        fields.find("extra-flags").map(n -> Values.number(n, 0, 0xFF)).orElse(0),
        declared,
        fields.flag("omit-payload"),
        fields.flag("explicit-zero"));
  }

  private static StreamRef stream(Fields fields) {
    return StreamRefReader.read(fields.get("stream"));
  }

  private static int number(Fields fields, String field) {
    return Values.number(fields.get(field), 0, Integer.MAX_VALUE);
  }

  private static OutFrame syn(Fields fields) {
    return new OutFrame.Syn(
        stream(fields),
        StreamRefReader.optional(fields, "id"),
        fields.number("priority", 0),
        fields.find("type").map(Values::unsigned).orElse(0),
        fields.flag("fin"));
  }

  private static OutFrame goAway(Fields fields) {
    String debug = fields.optionalText("debug");
    return new OutFrame.GoAway(
        StreamRefReader.read(fields.get("last")),
        CodeReader.code(fields.get("code")),
        debug == null ? "" : debug);
  }

  private static OutFrame other(Fields fields) {
    return new OutFrame.Other(
        Values.number(fields.get("type"), 0, 0x1F),
        fields.find("flags").map(n -> Values.number(n, 0, 0xFF)).orElse(0),
        stream(fields),
        fields.find("payload").map(HexText::parse).orElse(new byte[0]));
  }
}
