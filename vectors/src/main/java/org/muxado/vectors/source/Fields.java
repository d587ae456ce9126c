package org.muxado.vectors.source;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muxado.vectors.source.Node.Entry;
import org.muxado.vectors.source.Node.Mapping;

/**
 * Takes named values out of a map, each checked; {@link #end} refuses what nobody asked for. Not
 * thread-safe.
 */
public final class Fields {

  private final Mapping mapping;
  private final Set<String> asked = new HashSet<>();

  private Fields(Mapping mapping) {
    this.mapping = mapping;
  }

  /** The fields of a map; an error if the node is none. */
  public static Fields of(Node node, String expected) {
    if (node instanceof Mapping mapping) {
      return new Fields(mapping);
    }
    throw node.expected(expected);
  }

  /** Where the map begins. */
  public Location at() {
    return mapping.at();
  }

  /** Whether the map has this field. */
  public boolean has(String name) {
    return mapping.entries().containsKey(name);
  }

  /** An error about a field that is there and should not be. */
  public FormatException unwanted(String name, String expected) {
    Location at = Objects.requireNonNull(mapping.entries().get(name)).keyAt();
    return new FormatException(new Finding(at, "\"" + name + "\"", expected));
  }

  /** The value of a field, or empty. */
  public Optional<Node> find(String name) {
    asked.add(name);
    return Optional.ofNullable(mapping.entries().get(name)).map(Entry::value);
  }

  /** The value of a field; an error if it is missing. */
  public Node get(String name) {
    return find(name).orElseThrow(() -> missing(name));
  }

  private FormatException missing(String name) {
    return misspelt(List.of(name)).orElseGet(() -> isMissing(name));
  }

  /** Refuses a field that nobody asked for and that was meant to be one of these. */
  public void refuseMisspelt(Collection<String> names) {
    Optional<FormatException> misspelt = misspelt(names);
    if (misspelt.isPresent()) {
      throw misspelt.get();
    }
  }

  /** An entry that nobody asked for and that may stand for one of these. */
  private Optional<FormatException> misspelt(Collection<String> names) {
    return mapping.entries().entrySet().stream()
        .filter(entry -> !asked.contains(entry.getKey()))
        .filter(entry -> Spelling.closest(entry.getKey(), names).isPresent())
        .findFirst()
        .map(entry -> unknown(entry.getKey(), entry.getValue(), names));
  }

  private static FormatException unknown(String key, Entry entry, Collection<String> names) {
    String meant = Spelling.closest(key, names).orElseThrow();
    String text = "unknown key \"" + key + "\", did you mean \"" + meant + "\"?";
    return new FormatException(new Finding(entry.keyAt(), text, ""));
  }

  private FormatException isMissing(String name) {
    return new FormatException(new Finding(mapping.at(), "\"" + name + "\" is missing", ""));
  }

  /** A field of text; an error if it is missing. */
  public String text(String name) {
    return Values.text(get(name));
  }

  /** A field of text, or null. */
  public @Nullable String optionalText(String name) {
    return find(name).map(Values::text).orElse(null);
  }

  /** A field that is true or false, false if it is missing. */
  public boolean flag(String name) {
    return flag(name, false);
  }

  /** A field that is true or false. */
  public boolean flag(String name, boolean otherwise) {
    return find(name).map(Values::flag).orElse(otherwise);
  }

  /** A number from 0 to 2^31-1. */
  public int number(String name, int otherwise) {
    return find(name).map(node -> Values.number(node, 0, Integer.MAX_VALUE)).orElse(otherwise);
  }

  /** A number from 0 to 2^31-1, or null. */
  public @Nullable Integer optionalNumber(String name) {
    return find(name).map(node -> Values.number(node, 0, Integer.MAX_VALUE)).orElse(null);
  }

  /** A list of texts, empty if it is missing. */
  public List<String> texts(String name) {
    return find(name).map(Values::texts).orElse(List.of());
  }

  /** The one field of the map; an error if there are none or several. */
  public Map.Entry<String, Node> only(String expected) {
    if (mapping.entries().size() != 1) {
      throw mapping.expected(expected);
    }
    Map.Entry<String, Entry> entry = mapping.entries().entrySet().iterator().next();
    asked.add(entry.getKey());
    return Map.entry(entry.getKey(), entry.getValue().value());
  }

  /** The one of these fields that is there; an error if none is, or several are. */
  public <T> Choice<T> oneOf(Map<String, T> choices) {
    List<Choice<T>> present =
        choices.entrySet().stream()
            .filter(choice -> has(choice.getKey()))
            .map(choice -> new Choice<>(get(choice.getKey()), choice.getValue()))
            .toList();
    if (present.isEmpty()) {
      refuseMisspelt(choices.keySet());
    }
    if (present.size() != 1) {
      String names = String.join(", ", choices.keySet().stream().sorted().toList());
      throw mapping.expected("exactly one of " + names);
    }
    return present.get(0);
  }

  /**
   * A field out of several.
   *
   * @param value its value
   * @param chosen what goes with its name
   */
  public record Choice<T>(Node value, T chosen) {}

  /** Refuses all fields that nobody asked for. */
  public void end() {
    List<Finding> unasked =
        mapping.entries().entrySet().stream()
            .filter(entry -> !asked.contains(entry.getKey()))
            .flatMap(entry -> unasked(entry.getKey(), entry.getValue()).findings().stream())
            .toList();
    if (!unasked.isEmpty()) {
      throw new FormatException(unasked);
    }
  }

  private FormatException unasked(String name, Entry entry) {
    if (Spelling.closest(name, asked).isPresent()) {
      return unknown(name, entry, asked);
    }
    String allowed =
        asked.isEmpty() ? "nothing" : String.join(", ", asked.stream().sorted().toList());
    return new FormatException(new Finding(entry.keyAt(), "\"" + name + "\"", "one of " + allowed));
  }
}
