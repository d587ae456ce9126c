package org.muxado.vectors.source;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muxado.vectors.source.Node.Entry;
import org.muxado.vectors.source.Node.Kind;
import org.muxado.vectors.source.Node.Mapping;
import org.muxado.vectors.source.Node.Scalar;
import org.muxado.vectors.source.Node.Sequence;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Parses one YAML document into {@link Node}s; aliases and doubled keys are errors. */
public final class YamlSource {

  private static final YAMLFactory FACTORY = new YAMLFactory();

  private final String file;
  private final YAMLParser parser;

  private YamlSource(String file, YAMLParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * Parses a text.
   *
   * @param file the name to show in errors
   * @throws FormatException if it is not YAML of the kind that is used here
   */
  public static Node parse(String file, String text) {
    try (YAMLParser parser = FACTORY.createParser(text)) {
      return new YamlSource(file, parser).document();
    } catch (JsonProcessingException e) {
      throw new FormatException(notYaml(file, e));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private static Finding notYaml(String file, JsonProcessingException e) {
    JsonLocation place = e.getLocation();
    Location at =
        place == null
            ? new Location(file, 1, 1)
            : new Location(file, place.getLineNr(), place.getColumnNr());
    return new Finding(at, "not YAML: " + problem(e), "");
  }

  private static String problem(JsonProcessingException e) {
    if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblem() != null) {
      String context = marked.getContext();
      return marked.getProblem() + (context == null ? "" : " (" + context + ")");
    }
    return e.getOriginalMessage().lines().findFirst().orElse("unreadable text");
  }

  private Node document() throws IOException {
    if (parser.nextToken() == null) {
      throw new FormatException(new Finding(new Location(file, 1, 1), "nothing", "a map"));
    }
    Node root = value();
    if (parser.nextToken() != null) {
      throw new FormatException(new Finding(here(), "a second document", "one document"));
    }
    return root;
  }

  private Node value() throws IOException {
    Location at = here();
    if (parser.isCurrentAlias()) {
      throw new FormatException(new Finding(at, "an alias", "the value itself"));
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> new Mapping(at, entries());
      case START_ARRAY -> new Sequence(at, items());
      case VALUE_STRING -> new Scalar(at, Kind.TEXT, parser.getText());
      case VALUE_NUMBER_INT -> new Scalar(at, Kind.INTEGER, parser.getText());
      case VALUE_TRUE, VALUE_FALSE -> new Scalar(at, Kind.BOOLEAN, parser.getText());
      case VALUE_NULL -> new Scalar(at, Kind.NULL, "");
      default -> new Scalar(at, Kind.DECIMAL, parser.getText());
    };
  }

  private Map<String, Entry> entries() throws IOException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Location keyAt = here();
      String key = parser.currentName();
      parser.nextToken();
      if (entries.put(key, new Entry(keyAt, value())) != null) {
        throw new FormatException(new Finding(keyAt, "\"" + key + "\" again", "each key once"));
      }
    }
    return entries;
  }

  private List<Node> items() throws IOException {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return items;
  }

  private Location here() {
    JsonLocation place = parser.currentTokenLocation();
    return new Location(file, place.getLineNr(), place.getColumnNr());
  }
}
