package org.muxado.adapter.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.muxado.vectors.source.Node;
import org.muxado.vectors.source.YamlSource;

/**
 * A list of ids in the folder {@code vectors}, each with a text. An id with {@code *} is a family.
 *
 * @param texts the texts by id, in the order of the file
 */
record VectorList(Map<String, String> texts) {

  private static final Path FOLDER = Path.of("..", "vectors");

  /** The wrong implementations that cases name, with their titles. */
  static VectorList faults() {
    return read("faults.yaml", "faults", "title");
  }

  /** The rules that no case can break, with the reasons. */
  static VectorList uncovered() {
    return read("uncovered.yaml", "uncovered", "reason");
  }

  private static VectorList read(String file, String list, String text) {
    try {
      Node root = YamlSource.parse(file, Files.readString(FOLDER.resolve(file)));
      Map<String, String> texts = new LinkedHashMap<>();
      for (Node item : ((Node.Sequence) field(root, list)).items()) {
        if (texts.put(scalar(item, "id"), scalar(item, text)) != null) {
          throw new IllegalStateException(file + " has " + scalar(item, "id") + " twice");
        }
      }
      return new VectorList(texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Node field(Node node, String name) {
    return ((Node.Mapping) node).entries().get(name).value();
  }

  private static String scalar(Node node, String name) {
    return ((Node.Scalar) field(node, name)).text();
  }

  /** Whether an id is in the list, itself or by its family. */
  boolean names(String id) {
    return texts.keySet().stream().anyMatch(listed -> isOf(listed, id));
  }

  /** Whether an id is a listed one, or of its family. */
  static boolean isOf(String listed, String id) {
    return Pattern.matches(listed.replace("*", ".+"), id);
  }
}
