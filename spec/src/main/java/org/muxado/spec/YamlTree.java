package org.muxado.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the tree of one YAML document; Jackson's own tree does not keep lines. */
final class YamlTree {
  private static final YAMLFactory FACTORY =
      YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String file;
  private final YAMLParser parser;

  private YamlTree(String file, YAMLParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * Reads a document.
   *
   * @throws SpecFormatException if the text is not one YAML document
   */
  static YamlNode read(String file, String yaml) {
    try (YAMLParser parser = FACTORY.createParser(yaml)) {
      YamlTree tree = new YamlTree(file, parser);
      YamlNode root = tree.node(parser.nextToken());
      if (parser.nextToken() != null) {
        throw tree.error("expected one document, found another");
      }
      return root;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new SpecFormatException(file, line, e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private YamlNode node(@Nullable JsonToken token) throws IOException {
    if (token == null || token == JsonToken.VALUE_NULL) {
      throw error("expected a value, found none");
    }
    if (parser.isCurrentAlias()) {
      throw error("expected a value, found an alias");
    }
    return switch (token) {
      case START_OBJECT -> mapping();
      case START_ARRAY -> sequence();
      default -> new YamlNode.Scalar(line(), parser.getText());
    };
  }

  private YamlNode mapping() throws IOException {
    int line = line();
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      fields.put(name, node(parser.nextToken()));
    }
    return new YamlNode.Mapping(line, Collections.unmodifiableMap(fields));
  }

  private YamlNode sequence() throws IOException {
    int line = line();
    List<YamlNode> items = new ArrayList<>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      items.add(node(t));
    }
    return new YamlNode.Sequence(line, List.copyOf(items));
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private SpecFormatException error(String message) {
    return new SpecFormatException(file, line(), message);
  }
}
