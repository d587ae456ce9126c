package org.muxado.vectors.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.muxado.vectors.source.Node.Mapping;
import org.muxado.vectors.source.Node.Scalar;
import org.muxado.vectors.source.Node.Sequence;

/** A tree as JSON, for schema validators. Stateless. */
public final class JsonView {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonView() {}

  /** The same values without their places. */
  public static JsonNode of(Node node) {
    if (node instanceof Mapping mapping) {
      ObjectNode object = JSON.objectNode();
      mapping.entries().forEach((name, entry) -> object.set(name, of(entry.value())));
      return object;
    }
    if (node instanceof Sequence sequence) {
      ArrayNode array = JSON.arrayNode();
      sequence.items().forEach(item -> array.add(of(item)));
      return array;
    }
    return scalar((Scalar) node);
  }

  private static JsonNode scalar(Scalar scalar) {
    return switch (scalar.kind()) {
      case TEXT -> JSON.textNode(scalar.text());
      case INTEGER -> JSON.numberNode(integer(scalar.text()));
      case DECIMAL -> JSON.numberNode(new BigDecimal(scalar.text()));
      case BOOLEAN -> JSON.booleanNode(Boolean.parseBoolean(scalar.text()));
      case NULL -> JSON.nullNode();
    };
  }

  private static BigInteger integer(String text) {
    return text.startsWith("0x") ? new BigInteger(text.substring(2), 16) : new BigInteger(text);
  }
}
