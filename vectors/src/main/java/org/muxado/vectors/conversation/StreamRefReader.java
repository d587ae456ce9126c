package org.muxado.vectors.conversation;

import java.util.Arrays;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.muxado.vectors.source.Fields;
import org.muxado.vectors.source.Node;
import org.muxado.vectors.source.Values;

/** Reads {@code 5}, {@code a}, {@code a+2}, {@code next}, {@code sut-next-2} and so on. */
final class StreamRefReader {

  private static final java.util.regex.Pattern REF =
      java.util.regex.Pattern.compile(
          "(next|last-sent|sut-next|last-seen|[a-z][a-z0-9]*)([+-][0-9]{1,9})?");

  private StreamRefReader() {}

  static @Nullable StreamRef optional(Fields fields, String field) {
    return fields.find(field).map(StreamRefReader::read).orElse(null);
  }

  static StreamRef read(Node node) {
    if (Values.isInteger(node)) {
      return new StreamRef.Id(Values.number(node, 0, Integer.MAX_VALUE));
    }
    Matcher matcher = REF.matcher(Values.text(node));
    if (!matcher.matches()) {
      throw node.expected(
          "a stream id, a name, next, last-sent, sut-next or last-seen, with +n or -n");
    }
    int offset = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    return Arrays.stream(StreamRef.Origin.values())
        .filter(origin -> origin.text().equals(matcher.group(1)))
        .<StreamRef>map(origin -> new StreamRef.Relative(origin, offset))
        .findFirst()
        .orElseGet(() -> new StreamRef.Named(matcher.group(1), offset));
  }
}
