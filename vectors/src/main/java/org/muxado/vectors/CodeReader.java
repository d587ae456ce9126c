package org.muxado.vectors;

import java.util.OptionalInt;
import org.muxado.vectors.source.Node;
import org.muxado.vectors.source.Values;
import org.muxado.vectors.wire.Codes;
import org.muxado.vectors.wire.ErrorCodes;

/** Reads error codes, which files write as names or as numbers. Stateless. */
public final class CodeReader {

  private CodeReader() {}

  /** One error code, unsigned in an int. */
  public static int code(Node node) {
    if (Values.isInteger(node)) {
      return Values.unsigned(node);
    }
    OptionalInt code = ErrorCodes.number(Values.text(node));
    return code.orElseThrow(
        () -> node.expected("a number or one of " + String.join(", ", ErrorCodes.names())));
  }

  /** One code or a list of them. */
  public static Codes codes(Node node) {
    return new Codes(Values.oneOrMore(node).stream().map(CodeReader::code).toList());
  }
}
