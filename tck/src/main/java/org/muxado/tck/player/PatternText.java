package org.muxado.tck.player;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.muxado.vectors.conversation.Pattern;
import org.muxado.vectors.conversation.Payload;
import org.muxado.vectors.conversation.StreamRef;
import org.muxado.vectors.wire.Codes;

/** Says what a pattern asks for, with the ids that its names stand for. */
final class PatternText {

  private final Bindings bindings;

  PatternText(Bindings bindings) {
    this.bindings = bindings;
  }

  /** The pattern as one line, like a frame is shown. */
  String of(Pattern pattern) {
    StringJoiner line = new StringJoiner(" ");
    if (pattern instanceof Pattern.Syn syn) {
      line.add("SYN").add(stream(syn.stream())).add(fin(syn.fin()));
      line.add(number("priority", syn.priority())).add(type(syn.type()));
    } else if (pattern instanceof Pattern.Data data) {
      line.add("DATA").add(stream(data.stream())).add(fin(data.fin())).add(of(data.payload()));
    } else if (pattern instanceof Pattern.Rst rst) {
      line.add("RST").add(stream(rst.stream())).add(codes(rst.codes()));
    } else if (pattern instanceof Pattern.WndInc wndInc) {
      line.add("WNDINC").add(stream(wndInc.stream()));
      line.add(number("increment", wndInc.increment()));
    } else if (pattern instanceof Pattern.Pri pri) {
      line.add("PRI").add(stream(pri.stream())).add(number("priority", pri.priority()));
    } else if (pattern instanceof Pattern.GoAway goAway) {
      line.add("GOAWAY").add(last(goAway)).add(codes(goAway.codes())).add(debug(goAway));
    } else {
      line.add("the end of the implementation's output");
    }
    return line.toString().replaceAll(" +", " ").strip();
  }

  private String stream(@Nullable StreamRef ref) {
    return ref == null ? "" : "stream " + name(ref);
  }

  /** A reference with the id that it stands for. */
  String name(StreamRef ref) {
    String written = ref.toString();
    return bindings.find(ref).stream()
        .mapToObj(id -> written.equals(String.valueOf(id)) ? written : id + " (" + written + ")")
        .findFirst()
        .orElse(written);
  }

  private static String fin(@Nullable Boolean fin) {
    return fin == null ? "" : fin ? "FIN" : "without FIN";
  }

  private static String number(String what, @Nullable Integer value) {
    return value == null ? "" : what + " " + value;
  }

  private static String type(@Nullable Integer type) {
    return type == null ? "" : "type 0x%08x".formatted(type);
  }

  private static String codes(Codes codes) {
    return codes.codes().isEmpty() ? "" : codes.toString();
  }

  private static String of(@Nullable Payload payload) {
    if (payload instanceof Payload.Patterned patterned) {
      return patterned.size() + " octets of the pattern";
    }
    return payload == null ? "" : payload.toString();
  }

  private String last(Pattern.GoAway goAway) {
    StreamRef from = goAway.from();
    StreamRef to = goAway.to();
    if (from != null && from.equals(to)) {
      return "last " + name(from);
    }
    String low = from == null ? "" : "last at least " + name(from);
    return low + (to == null ? "" : " last at most " + name(to));
  }

  private static String debug(Pattern.GoAway goAway) {
    String part = goAway.debugContains();
    return part == null ? "" : "with \"" + part + "\" in its debug text";
  }
}
