package org.muxado.vectors.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.muxado.vectors.conversation.ConversationReader;
import org.muxado.vectors.source.Fields;
import org.muxado.vectors.source.Finding;
import org.muxado.vectors.source.JsonView;
import org.muxado.vectors.source.Node;
import org.muxado.vectors.source.Node.Mapping;
import org.muxado.vectors.source.Node.Sequence;

/** Holds a file against its JSON Schema. Stateless. */
final class SchemaCheck {

  private static final String FOLDER = "/org/muxado/vectors/files/schema/";
  private static final Schema CONVERSATIONS = load("conversation.schema.json");
  private static final Schema FRAME_VECTORS = load("frame-vector.schema.json");

  private SchemaCheck() {}

  private static Schema load(String name) {
    try (InputStream in = SchemaCheck.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path at " + FOLDER);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  static List<Finding> check(Node root) {
    boolean conversations = Fields.of(root, "a map").has(ConversationReader.ROOT);
    Schema schema = conversations ? CONVERSATIONS : FRAME_VECTORS;
    JsonNode json = JsonView.of(root);
    return schema.validate(json).stream().map(error -> finding(root, error)).distinct().toList();
  }

  private static Finding finding(Node root, Error error) {
    Node node = find(root, error.getInstanceLocation());
    return new Finding(node.at(), node.describe(), "by the schema: " + error.getMessage());
  }

  private static Node find(Node root, NodePath path) {
    Node node = root;
    for (int i = 0; i < path.getNameCount(); i++) {
      Object element = path.getElement(i);
      if (node instanceof Mapping mapping && mapping.entries().get(element.toString()) != null) {
        node = mapping.entries().get(element.toString()).value();
      } else if (node instanceof Sequence sequence) {
        node = sequence.items().get(Integer.parseInt(element.toString()));
      }
    }
    return node;
  }
}
