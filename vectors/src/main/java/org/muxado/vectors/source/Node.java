package org.muxado.vectors.source;

import java.util.List;
import java.util.Map;

/** A value of a YAML file with its place. */
public sealed interface Node {

  /** Where the value begins. */
  Location at();

  /** What the value is, for error messages. */
  String describe();

  /** Values by name, in the order of the file. */
  record Mapping(Location at, Map<String, Entry> entries) implements Node {
    @Override
    public String describe() {
      return entries.isEmpty() ? "{}" : "a map with " + String.join(", ", entries.keySet());
    }
  }

  /** A list. */
  record Sequence(Location at, List<Node> items) implements Node {
    @Override
    public String describe() {
      return "a list of " + items.size();
    }
  }

  /** A single value. */
  record Scalar(Location at, Kind kind, String text) implements Node {
    @Override
    public String describe() {
      return kind == Kind.TEXT ? "\"" + text + "\"" : kind == Kind.NULL ? "nothing" : text;
    }
  }

  /** What YAML takes a scalar for. */
  enum Kind {
    TEXT,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    NULL
  }

  /**
   * One entry of a map.
   *
   * @param keyAt where its name stands
   * @param value its value
   */
  record Entry(Location keyAt, Node value) {}

  /** An error about this value. */
  default FormatException expected(String expected) {
    return new FormatException(new Finding(at(), describe(), expected));
  }
}
