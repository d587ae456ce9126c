package org.muxado.spec;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Every rule of the specification, in the order of {@code requirements.yaml}. */
public final class Requirements {
  private static final Pattern ID = Pattern.compile("[A-Z]+-[1-9][0-9]{0,3}");
  private static final Set<String> FIELDS =
      Set.of("id", "level", "section", "binds", "testable", "untestable", "text");

  private final Map<String, Requirement> byId;

  private Requirements(Map<String, Requirement> byId) {
    this.byId = Collections.unmodifiableMap(byId);
  }

  /**
   * Loads the rules that this module carries.
   *
   * @throws SpecFormatException if the file is malformed
   */
  public static Requirements load() {
    String file = "requirements.yaml";
    return parse(file, SpecFiles.read(file));
  }

  /**
   * Reads rules from YAML text.
   *
   * @param file the name to give in error messages
   * @throws SpecFormatException if the text is malformed
   */
  static Requirements parse(String file, String yaml) {
    YamlValue root = YamlValue.parse(file, yaml);
    root.onlyFields(Set.of("requirements"));
    Map<String, Requirement> byId = new LinkedHashMap<>();
    for (YamlValue item : root.field("requirements").items()) {
      Requirement requirement = requirement(item);
      if (byId.putIfAbsent(requirement.id(), requirement) != null) {
        throw item.field("id").expected("an id that no earlier rule has");
      }
    }
    return new Requirements(byId);
  }

  private static Requirement requirement(YamlValue item) {
    item.onlyFields(FIELDS);
    return new Requirement(
        item.field("id").matching(ID, "an id such as FRAME-3"),
        item.field("level").oneOf(Level.values()),
        item.field("section").text(),
        item.field("binds").oneOf(Party.values()),
        untestable(item),
        item.field("text").text());
  }

  private static Optional<String> untestable(YamlValue item) {
    Optional<YamlValue> testable = item.find("testable");
    Optional<YamlValue> reason = item.find("untestable");
    if (testable.isPresent() == reason.isPresent()) {
      throw item.expected("either `testable: true` or `untestable` with a reason");
    }
    testable.ifPresent(value -> value.exactly("true"));
    return reason.map(YamlValue::text);
  }

  /** Returns all rules in the order of the file. */
  public Collection<Requirement> all() {
    return byId.values();
  }

  /** Returns the rule with this id, if there is one. */
  public Optional<Requirement> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * Returns the rule with this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Requirement get(String id) {
    return find(id)
        .orElseThrow(() -> new IllegalArgumentException("no requirement has the id " + id));
  }
}
