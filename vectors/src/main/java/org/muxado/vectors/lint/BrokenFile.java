package org.muxado.vectors.lint;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.muxado.vectors.Level;
import org.muxado.vectors.conversation.ConversationReader;
import org.muxado.vectors.conversation.StepReader;
import org.muxado.vectors.source.Finding;
import org.muxado.vectors.source.FormatException;
import org.muxado.vectors.source.Node;
import org.muxado.vectors.source.Node.Entry;
import org.muxado.vectors.source.Node.Mapping;
import org.muxado.vectors.source.Node.Sequence;

/**
 * Gathers all faults of a file that does not keep to its format. Reading stops at the first fault
 * of a head; what stands behind it is looked at here. Stateless.
 */
final class BrokenFile {

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparingInt((Finding finding) -> finding.at().line())
          .thenComparingInt(finding -> finding.at().column());

  private BrokenFile() {}

  /**
   * All that is wrong.
   *
   * @param met what reading met
   */
  static List<Finding> findings(Node root, List<Finding> met) {
    Set<Finding> findings = new LinkedHashSet<>(met);
    if (value(root, ConversationReader.ROOT) instanceof Sequence conversations) {
      conversations.items().forEach(conversation -> addSteps(conversation, findings));
    }
    findings.addAll(SchemaCheck.besides(root, List.copyOf(findings)));
    return findings.stream().sorted(BY_PLACE).toList();
  }

  private static void addSteps(Node conversation, Set<Finding> findings) {
    if (value(conversation, "steps") instanceof Sequence steps) {
      steps.items().forEach(step -> addStep(step, findings));
    }
  }

  private static void addStep(Node step, Set<Finding> findings) {
    try {
      StepReader.read(1, step, Level.MUST);
    } catch (FormatException e) {
      findings.addAll(e.findings());
    }
  }

  private static Node value(Node node, String name) {
    Entry entry = node instanceof Mapping mapping ? mapping.entries().get(name) : null;
    return entry == null ? node : entry.value();
  }
}
