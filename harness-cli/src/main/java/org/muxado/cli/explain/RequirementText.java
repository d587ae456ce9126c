package org.muxado.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muxado.spec.Party;
import org.muxado.spec.Requirement;

/** Explains a rule: its words, whom it binds, and the cases that test it. */
public final class RequirementText {

  private final Knowledge knowledge;

  /** Explains with this knowledge. */
  public RequirementText(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** The explanation, line by line. */
  public List<String> lines(Requirement requirement) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s  %s  (spec/muxado-v1.md, section %s; binds %s)"
            .formatted(
                requirement.id(),
                requirement.level().label(),
                requirement.section(),
                party(requirement.binds())));
    lines.add("");
    lines.addAll(Paragraph.lines("  ", requirement.text()));
    lines.add("");
    addCases(requirement, lines);
    return lines;
  }

  private static String party(Party party) {
    return party == Party.ENDPOINT
        ? "each endpoint"
        : "the " + party.name().toLowerCase(Locale.ROOT);
  }

  private void addCases(Requirement requirement, List<String> lines) {
    List<TestCase> cases = knowledge.casesOf(requirement);
    if (cases.isEmpty()) {
      String reason = requirement.untestable().map(why -> ": " + why).orElse(" yet");
      lines.addAll(Paragraph.lines("", "No case tests it" + reason + "."));
      return;
    }
    lines.add("Cases:");
    for (TestCase testCase : cases) {
      lines.add("  " + testCase.id());
      lines.addAll(Paragraph.lines("    ", testCase.title()));
    }
  }
}
