package org.muxado.spec;

import java.util.List;
import java.util.Map;

/** A value in a YAML file that knows its line, counted from 1. */
sealed interface YamlNode {
  int line();

  /** A scalar, as the text that was written. */
  record Scalar(int line, String text) implements YamlNode {}

  /** A sequence. */
  record Sequence(int line, List<YamlNode> items) implements YamlNode {}

  /** A mapping, in the order of the file. */
  record Mapping(int line, Map<String, YamlNode> fields) implements YamlNode {}
}
