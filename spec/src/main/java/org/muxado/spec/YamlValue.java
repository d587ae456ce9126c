package org.muxado.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A value of a data file, read with a check at each step; every error names file and line. */
final class YamlValue {
  private final String file;
  private final YamlNode node;

  private YamlValue(String file, YamlNode node) {
    this.file = file;
    this.node = node;
  }

  /**
   * Reads a document.
   *
   * @throws SpecFormatException if the text is not one YAML document
   */
  static YamlValue parse(String file, String yaml) {
    return new YamlValue(file, YamlTree.read(file, yaml));
  }

  /** Returns the values of a sequence. */
  List<YamlValue> items() {
    if (node instanceof YamlNode.Sequence sequence) {
      return sequence.items().stream().map(this::of).toList();
    }
    throw expected("a list");
  }

  /** Returns the value of a field that has to be there. */
  YamlValue field(String name) {
    return find(name).orElseThrow(() -> expected("the field `" + name + "`"));
  }

  /** Returns the value of a field that may be left out. */
  Optional<YamlValue> find(String name) {
    return Optional.ofNullable(mapping().fields().get(name)).map(this::of);
  }

  /** Checks that a mapping has no other fields than these. */
  void onlyFields(Set<String> known) {
    mapping().fields().forEach((name, value) -> checkKnown(name, value, known));
  }

  private void checkKnown(String name, YamlNode value, Set<String> known) {
    if (!known.contains(name)) {
      String wanted = known.stream().sorted().collect(Collectors.joining(", "));
      throw of(value).error("unknown field `" + name + "`, expected one of " + wanted);
    }
  }

  /** Returns the text of a scalar that is not blank. */
  String text() {
    if (node instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
      return scalar.text();
    }
    throw expected("a text");
  }

  /** Returns the text of a scalar that matches the whole pattern. */
  String matching(Pattern pattern, String what) {
    if (!pattern.matcher(text()).matches()) {
      throw expected(what);
    }
    return text();
  }

  /** Checks that a scalar is this text. */
  void exactly(String wanted) {
    if (!text().equals(wanted)) {
      throw expected(wanted);
    }
  }

  /** Returns the constant whose label this scalar is. */
  <T extends Labelled> T oneOf(T[] constants) {
    String label = text();
    return Arrays.stream(constants)
        .filter(constant -> constant.label().equals(label))
        .findFirst()
        .orElseThrow(() -> expected("one of " + labels(constants)));
  }

  private static String labels(Labelled[] constants) {
    return Arrays.stream(constants).map(Labelled::label).collect(Collectors.joining(", "));
  }

  /** Returns an error that says what should stand here, and what does. */
  SpecFormatException expected(String what) {
    return error("expected " + what + ", found " + found());
  }

  private String found() {
    if (node instanceof YamlNode.Scalar scalar) {
      return "\"" + scalar.text() + "\"";
    }
    return node instanceof YamlNode.Sequence ? "a list" : "fields " + mapping().fields().keySet();
  }

  private YamlNode.Mapping mapping() {
    if (node instanceof YamlNode.Mapping mapping) {
      return mapping;
    }
    throw expected("a mapping");
  }

  private SpecFormatException error(String message) {
    return new SpecFormatException(file, node.line(), message);
  }

  private YamlValue of(YamlNode other) {
    return new YamlValue(file, other);
  }
}
