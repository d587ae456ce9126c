package org.muxado.vectors.conversation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.muxado.vectors.source.Fields;
import org.muxado.vectors.source.Node;
import org.muxado.vectors.source.Values;

/** Reads what an {@code await:} step waits for. */
final class AwaitReader {

  private static final Map<String, Function<Fields, Awaited>> KINDS = kinds();

  private AwaitReader() {}

  private static Map<String, Function<Fields, Awaited>> kinds() {
    Map<String, Function<Fields, Awaited>> kinds = new LinkedHashMap<>();
    kinds.put("read", AwaitReader::streamRead);
    kinds.put("outcome", AwaitReader::outcome);
    kinds.put("terminated", AwaitReader::terminated);
    kinds.put("done", AwaitReader::done);
    kinds.put("settled", f -> new Awaited.Settled(Terms.name(f.get("settled"))));
    kinds.put("priority", AwaitReader::priority);
    kinds.put("wire", AwaitReader::wire);
    kinds.put("window", AwaitReader::window);
    return kinds;
  }

  static Awaited read(Node node) {
    Fields fields = Fields.of(node, "what to wait for");
    Awaited awaited = fields.oneOf(KINDS).chosen().apply(fields);
    fields.end();
    return awaited;
  }

  private static Awaited streamRead(Fields fields) {
    Payload payload = Terms.readPayload(fields);
    boolean eof = fields.flag("eof");
    Failure fails = Terms.optionalFailure(fields);
    if (payload == null && !eof && fails == null) {
      throw fields.get("read").expected("bytes, text, size, eof or fails beside it");
    }
    if (eof && fails != null) {
      throw fields.get("eof").expected("either eof or fails");
    }
    Payload read = payload == null ? new Payload.Exactly(new byte[0]) : payload;
    Integer by = fields.find("by").map(n -> Values.number(n, 1, Terms.MAX_SIZE)).orElse(null);
    return new Awaited.Read(Terms.name(fields.get("read")), read, by, eof, fails);
  }

  private static Awaited outcome(Fields fields) {
    String stream = Terms.name(fields.get("outcome"));
    String opening = Terms.optionalName(fields, "opening");
    Node kind = fields.find("kind").orElse(null);
    if (kind != null && Values.text(kind).equals("none")) {
      return new Awaited.StreamOutcome(stream, opening, true, Failure.ANY);
    }
    Failure.Kind expected = kind == null ? null : Values.constant(kind, Failure.Kind.class);
    return new Awaited.StreamOutcome(stream, opening, false, Terms.failure(fields, expected));
  }

  private static Awaited terminated(Fields outer) {
    Fields fields = Fields.of(outer.get("terminated"), "a map, {} for any end of the session");
    Awaited.Cause cause =
        fields.find("cause").map(n -> Values.constant(n, Awaited.Cause.class)).orElse(null);
    Boolean byPeer = fields.find("by-peer").map(Values::flag).orElse(null);
    String debug = fields.optionalText("debug-contains");
    Awaited result = new Awaited.Terminated(cause, byPeer, Terms.optionalCodes(fields), debug);
    fields.end();
    return result;
  }

  private static Awaited priority(Fields fields) {
    int priority = Values.number(fields.get("is"), 0, Integer.MAX_VALUE);
    return new Awaited.StreamPriority(Terms.name(fields.get("priority")), priority);
  }

  private static Awaited done(Fields fields) {
    return new Awaited.Done(Terms.name(fields.get("done")), Terms.optionalFailure(fields));
  }

  private static Awaited wire(Fields fields) {
    Node word = fields.get("wire");
    return switch (Values.text(word)) {
      case "full" -> new Awaited.WireFull();
      case "read" -> new Awaited.WireRead();
      case "released" -> new Awaited.WireReleased();
      default -> throw word.expected("full, read or released");
    };
  }

  private static Awaited window(Fields fields) {
    int atLeast = Values.number(fields.get("at-least"), 1, Integer.MAX_VALUE);
    return new Awaited.Window(StreamRefReader.read(fields.get("window")), atLeast);
  }
}
