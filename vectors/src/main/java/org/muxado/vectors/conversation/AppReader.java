package org.muxado.vectors.conversation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.muxado.vectors.CodeReader;
import org.muxado.vectors.source.Fields;
import org.muxado.vectors.source.Node;
import org.muxado.vectors.source.Values;

/** Reads what an {@code app:} step does. */
final class AppReader {

  private static final Map<String, Supplier<AppOperation>> WORDS =
      Map.of(
          "drain", AppOperation.Drain::new,
          "close-session", AppOperation.CloseSession::new,
          "kill", AppOperation.Kill::new,
          "quiesce", AppOperation.Quiesce::new);

  private static final Map<String, Function<Fields, AppOperation>> VERBS = verbs();

  private AppReader() {}

  private static Map<String, Function<Fields, AppOperation>> verbs() {
    Map<String, Function<Fields, AppOperation>> verbs = new LinkedHashMap<>();
    verbs.put("open", AppReader::open);
    verbs.put("accept", AppReader::accept);
    verbs.put("write", AppReader::write);
    verbs.put("finish", f -> new AppOperation.Finish(name(f, "finish")));
    verbs.put("shutdown-input", f -> new AppOperation.ShutdownInput(name(f, "shutdown-input")));
    verbs.put(
        "reset", f -> new AppOperation.Reset(name(f, "reset"), CodeReader.code(f.get("code"))));
    verbs.put("close", f -> new AppOperation.Close(name(f, "close")));
    verbs.put("set-priority", AppReader::setPriority);
    verbs.put("go-away", AppReader::goAway);
    return verbs;
  }

  static AppOperation read(Node node) {
    if (node instanceof Node.Scalar) {
      return word(node);
    }
    Fields fields = Fields.of(node, "what the application does");
    AppOperation operation = fields.oneOf(VERBS).chosen().apply(fields);
    fields.end();
    return operation;
  }

  private static AppOperation word(Node node) {
    Supplier<AppOperation> made = WORDS.get(Values.text(node));
    if (made == null) {
      throw node.expected("one of " + String.join(", ", WORDS.keySet().stream().sorted().toList()));
    }
    return made.get();
  }

  private static String name(Fields fields, String verb) {
    return Terms.name(fields.get(verb));
  }

  private static AppOperation open(Fields fields) {
    int type = fields.find("type").map(Values::unsigned).orElse(0);
    return new AppOperation.Open(
        name(fields, "open"), fields.number("priority", 0), type, fields.flag("fin"));
  }

  private static AppOperation accept(Fields fields) {
    return new AppOperation.Accept(
        name(fields, "accept"),
        StreamRefReader.optional(fields, "stream"),
        fields.find("type").map(Values::unsigned).orElse(null),
        fields.optionalNumber("priority"));
  }

  private static AppOperation write(Fields fields) {
    Payload payload = Terms.fixedPayload(fields);
    if (payload == null) {
      throw fields.get("write").expected("bytes, text or size beside it");
    }
    return new AppOperation.Write(name(fields, "write"), payload, fields.flag("fin"));
  }

  private static AppOperation setPriority(Fields fields) {
    int priority = Values.number(fields.get("priority"), 0, Integer.MAX_VALUE);
    return new AppOperation.SetPriority(name(fields, "set-priority"), priority);
  }

  private static AppOperation goAway(Fields fields) {
    String debug = fields.optionalText("debug");
    int code = CodeReader.code(fields.get("go-away"));
    return new AppOperation.GoAway(code, debug == null ? "" : debug);
  }
}
