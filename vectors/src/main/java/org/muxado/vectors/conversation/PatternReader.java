package org.muxado.vectors.conversation;

import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.muxado.vectors.source.Fields;
import org.muxado.vectors.source.Node;
import org.muxado.vectors.source.Values;

/**
 * Reads patterns of frames. Where a frame is expected, a FIN that is not named must be absent;
 * where it is forbidden or counted, it does not matter.
 */
final class PatternReader {

  private static final Map<String, BiFunction<PatternReader, Fields, Pattern>> TYPES =
      Map.of(
          "SYN", PatternReader::syn,
          "DATA", PatternReader::data,
          "RST", (r, f) -> new Pattern.Rst(stream(f), Terms.optionalCodes(f)),
          "WNDINC", (r, f) -> new Pattern.WndInc(stream(f), f.optionalNumber("increment")),
          "PRI", (r, f) -> new Pattern.Pri(stream(f), f.optionalNumber("priority")),
          "GOAWAY", (r, f) -> goAway(f),
          "END", (r, f) -> new Pattern.End());

  private final boolean expecting;

  private PatternReader(boolean expecting) {
    this.expecting = expecting;
  }

  /** A map that is nothing but a pattern of frames that must come. */
  static Pattern expected(Node node) {
    return new PatternReader(true).alone(node);
  }

  /** A map that is nothing but a pattern of frames that are forbidden. */
  static Pattern matching(Node node) {
    return new PatternReader(false).alone(node);
  }

  /** The pattern among the other fields of a map. */
  static Pattern among(Fields fields) {
    return new PatternReader(false).read(fields);
  }

  private Pattern alone(Node node) {
    Fields fields = Fields.of(node, "a pattern of a frame");
    Pattern pattern = read(fields);
    fields.end();
    return pattern;
  }

  private Pattern read(Fields outer) {
    Fields.Choice<BiFunction<PatternReader, Fields, Pattern>> choice = outer.oneOf(TYPES);
    Fields fields = Fields.of(choice.value(), "the fields of the frame, {} for any");
    Pattern pattern = choice.chosen().apply(this, fields);
    fields.end();
    return pattern;
  }

  private static @Nullable StreamRef stream(Fields fields) {
    return StreamRefReader.optional(fields, "stream");
  }

  private Pattern syn(Fields fields) {
    Integer type = fields.find("type").map(Values::unsigned).orElse(null);
    return new Pattern.Syn(
        stream(fields), fields.optionalNumber("priority"), type, fin(fields, expecting));
  }

  private Pattern data(Fields fields) {
    Payload payload = Terms.fixedPayload(fields);
    return new Pattern.Data(stream(fields), payload, fin(fields, expecting && payload != null));
  }

  private static @Nullable Boolean fin(Fields fields, boolean absentUnlessNamed) {
    Boolean otherwise = absentUnlessNamed ? Boolean.FALSE : null;
    return fields.find("fin").map(Values::flag).orElse(otherwise);
  }

  private static Pattern goAway(Fields fields) {
    StreamRef from = null;
    StreamRef to = null;
    Node last = fields.find("last").orElse(null);
    if (last instanceof Node.Mapping) {
      Fields range = Fields.of(last, "from and to");
      from = StreamRefReader.optional(range, "from");
      to = StreamRefReader.optional(range, "to");
      range.end();
    } else if (last != null) {
      from = StreamRefReader.read(last);
      to = from;
    }
    return new Pattern.GoAway(
        from, to, Terms.optionalCodes(fields), fields.optionalText("debug-contains"));
  }
}
