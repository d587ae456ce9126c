package org.muxado.vectors.lint;

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
import java.util.regex.Pattern;
import org.muxado.vectors.conversation.ConversationReader;
import org.muxado.vectors.source.Fields;
import org.muxado.vectors.source.Finding;
import org.muxado.vectors.source.JsonView;
import org.muxado.vectors.source.Node;
import org.muxado.vectors.source.Node.Entry;
import org.muxado.vectors.source.Node.Mapping;
import org.muxado.vectors.source.Node.Sequence;

/** Holds a file against its JSON Schema. Stateless. */
final class SchemaCheck {

  private static final String FOLDER = "/org/muxado/vectors/files/schema/";
  private static final Schema CONVERSATIONS = load("conversation.schema.json");
  private static final Schema FRAME_VECTORS = load("frame-vector.schema.json");

  private static final Pattern CHOICE = Pattern.compile("oneOf|anyOf");

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
    return errors(root).stream().map(error -> finding(root, error)).distinct().toList();
  }

  private static List<Error> errors(Node root) {
    boolean conversations = Fields.of(root, "a map").has(ConversationReader.ROOT);
    Schema schema = conversations ? CONVERSATIONS : FRAME_VECTORS;
    return schema.validate(JsonView.of(root));
  }

  /**
   * What the schema says of a file that is known to be broken, beside what is known: nothing about
   * choices, where it would tell of every way that was not taken.
   */
  static List<Finding> besides(Node root, List<Finding> known) {
    return errors(root).stream()
        .filter(error -> !CHOICE.matcher(error.getEvaluationPath().toString()).find())
        .filter(error -> known.stream().noneMatch(finding -> tells(finding, root, error)))
        .map(error -> plainFinding(root, error))
        .distinct()
        .toList();
  }

  /** In the words of the reader, where they are known. */
  private static Finding plainFinding(Node root, Error error) {
    Node node = find(root, error.getInstanceLocation());
    String property = error.getProperty();
    if (property == null || !(node instanceof Mapping mapping)) {
      return finding(root, error);
    }
    Entry entry = mapping.entries().get(property);
    return entry == null
        ? new Finding(node.at(), "\"" + property + "\" is missing", "")
        : new Finding(entry.keyAt(), "unknown key \"" + property + "\"", "");
  }

  /** Whether the finding is about the same value, or the same key of the same map. */
  private static boolean tells(Finding finding, Node root, Error error) {
    Node node = find(root, error.getInstanceLocation());
    String property = error.getProperty();
    if (property == null || !(node instanceof Mapping mapping)) {
      return finding.at().equals(node.at());
    }
    Entry entry = mapping.entries().get(property);
    return entry == null
        ? isAbout(mapping, finding) && finding.toString().contains("\"" + property + "\"")
        : finding.at().equals(entry.keyAt());
  }

  private static boolean isAbout(Mapping mapping, Finding finding) {
    return finding.at().equals(mapping.at())
        || mapping.entries().values().stream().anyMatch(e -> e.keyAt().equals(finding.at()));
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
