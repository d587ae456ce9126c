package org.muxado.vectors.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.muxado.vectors.conversation.ConversationReader;
import org.muxado.vectors.frame.FrameVectorReader;
import org.muxado.vectors.source.Fields;
import org.muxado.vectors.source.Finding;
import org.muxado.vectors.source.Location;
import org.muxado.vectors.source.Node;
import org.muxado.vectors.source.Values;

/** Checks ids and requirements of vectors and conversations, over several files. */
final class HeadCheck {

  private final Predicate<String> isRequirement;
  private final Map<String, Location> ids = new HashMap<>();

  HeadCheck(Predicate<String> isRequirement) {
    this.isRequirement = isRequirement;
  }

  List<Finding> check(String path, Node root) {
    List<Finding> findings = new ArrayList<>();
    Fields fields = Fields.of(root, "a map");
    String list =
        fields.has(ConversationReader.ROOT) ? ConversationReader.ROOT : FrameVectorReader.ROOT;
    for (Node item : Values.items(fields.get(list))) {
      Fields head = Fields.of(item, "a map");
      checkId(path, head.get("id"), findings);
      Values.items(head.get("requirements")).forEach(id -> checkRequirement(id, findings));
    }
    return findings;
  }

  private void checkRequirement(Node node, List<Finding> findings) {
    if (!isRequirement.test(Values.text(node))) {
      findings.add(new Finding(node.at(), node.describe(), "an id of spec/requirements.yaml"));
    }
  }

  private void checkId(String path, Node node, List<Finding> findings) {
    String id = Values.text(node);
    Location first = ids.putIfAbsent(id, node.at());
    if (first != null) {
      findings.add(
          new Finding(node.at(), node.describe() + " again", "one like it only at " + first));
    }
    if (!fits(path, id)) {
      findings.add(
          new Finding(
              node.at(), node.describe(), "an id that begins with \"" + area(path) + "/\""));
    }
  }

  /** Whether the id begins with the file's name or, for a file in an area's folder, with that. */
  private static boolean fits(String path, String id) {
    String area = area(path);
    int folder = area.lastIndexOf('/');
    return id.startsWith(area + "/")
        || (folder > 0 && id.startsWith(area.substring(0, folder) + "/"));
  }

  private static String area(String path) {
    String name = path.replaceFirst("\\.yaml$", "");
    for (String kind : List.of("conversations/", "frames/")) {
      int at = name.lastIndexOf(kind);
      if (at == 0 || (at > 0 && name.charAt(at - 1) == '/')) {
        return name.substring(at + kind.length());
      }
    }
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
