package org.muxado.vectors.conversation;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.muxado.vectors.CodeReader;
import org.muxado.vectors.Level;
import org.muxado.vectors.source.Fields;
import org.muxado.vectors.source.HexText;
import org.muxado.vectors.source.Node;
import org.muxado.vectors.source.Values;
import org.muxado.vectors.wire.Codes;

/** The small terms that occur in many steps: codes, payloads, failures, names. */
final class Terms {

  private static final java.util.regex.Pattern NAME =
      java.util.regex.Pattern.compile("[a-z][a-z0-9]*");
  static final int MAX_SIZE = 1 << 26;

  private Terms() {}

  /** A name of a stream, a mark or a pending operation. */
  static String name(Node node) {
    String name = Values.text(node);
    if (!NAME.matcher(name).matches()) {
      throw node.expected("a name of lower-case letters and digits");
    }
    return name;
  }

  static @Nullable String optionalName(Fields fields, String field) {
    return fields.find(field).map(Terms::name).orElse(null);
  }

  /** The level of a step or rule: that of its case unless it names its own. */
  static Level level(Fields fields, Level caseLevel) {
    return fields.find("level").map(n -> Values.constant(n, Level.class)).orElse(caseLevel);
  }

  static int times(Fields fields) {
    return fields.find("times").map(n -> Values.number(n, 1, 1_000_000)).orElse(1);
  }

  static Codes optionalCodes(Fields fields) {
    return fields.find("code").map(CodeReader::codes).orElse(Codes.ANY);
  }

  /** {@code {kind:, code:, retry:}}. */
  static Failure failure(Node node) {
    Fields fields = Fields.of(node, "a map with kind, code or retry");
    Failure failure = failure(fields, kind(fields));
    fields.end();
    return failure;
  }

  static Failure failure(Fields fields, Failure.@Nullable Kind kind) {
    Failure.Retry retry =
        fields.find("retry").map(n -> Values.constant(n, Failure.Retry.class)).orElse(null);
    return new Failure(kind, optionalCodes(fields), retry);
  }

  static @Nullable Failure optionalFailure(Fields fields) {
    return fields.find("fails").map(Terms::failure).orElse(null);
  }

  private static Failure.@Nullable Kind kind(Fields fields) {
    return fields.find("kind").map(n -> Values.constant(n, Failure.Kind.class)).orElse(null);
  }

  /** A payload whose octets do not hang on the window, or null if none is named. */
  static @Nullable Payload fixedPayload(Fields fields) {
    if (fields.has("bytes")) {
      return new Payload.Exactly(HexText.parse(fields.get("bytes")));
    }
    if (fields.has("text")) {
      return new Payload.Exactly(fields.text("text").getBytes(StandardCharsets.UTF_8));
    }
    if (fields.has("size")) {
      return new Payload.Patterned(Values.number(fields.get("size"), 0, MAX_SIZE));
    }
    return null;
  }

  /** The payload that the application reads, or null if none is named. */
  static @Nullable Payload readPayload(Fields fields) {
    return isWholeWindow(fields) ? new Payload.WholeWindow() : fixedPayload(fields);
  }

  private static boolean isWholeWindow(Fields fields) {
    if (!fields.has("size") || Values.isInteger(fields.get("size"))) {
      return false;
    }
    Values.word(fields.get("size"), "window");
    return true;
  }

  /** The payload of a DATA that the kit sends; empty if none is named. */
  static Payload sentPayload(Fields fields) {
    if (fields.has("beyond")) {
      Values.word(fields.get("beyond"), "window");
      return new Payload.BeyondWindow(Values.number(fields.get("size"), 1, MAX_SIZE));
    }
    if (isWholeWindow(fields)) {
      return new Payload.WholeWindow();
    }
    Payload fixed = fixedPayload(fields);
    return fixed == null ? new Payload.Exactly(new byte[0]) : fixed;
  }
}
