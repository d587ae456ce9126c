package org.muxado.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muxado.spec.Requirement;
import org.muxado.vectors.Provenance;

/** Explains a case: what it shows and why, the rules that it tests, and how to run it alone. */
public final class CaseText {

  private final Knowledge knowledge;

  /** Explains with this knowledge. */
  public CaseText(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** The explanation, line by line. */
  public List<String> lines(TestCase testCase) {
    List<String> lines = new ArrayList<>();
    lines.add(testCase.id() + "  " + testCase.level());
    lines.add("(" + testCase.what() + ")");
    lines.add("");
    lines.addAll(Paragraph.lines("  ", testCase.title()));
    if (!testCase.intent().isEmpty()) {
      lines.add("");
      lines.addAll(Paragraph.lines("  ", testCase.intent()));
    }
    lines.add("");
    lines.add("Requirements:");
    testCase.requirements().forEach(id -> addRequirement(id, lines));
    addFacts(testCase, lines);
    return lines;
  }

  private void addRequirement(String id, List<String> lines) {
    Optional<Requirement> requirement = knowledge.requirements().find(id);
    String text = requirement.map(Requirement::text).orElse("is not in this specification");
    List<String> wrapped = Paragraph.lines("    ", text);
    lines.add("  " + id);
    lines.addAll(wrapped);
  }

  private static void addFacts(TestCase testCase, List<String> lines) {
    lines.add("");
    if (!testCase.needs().isEmpty()) {
      lines.addAll(fact("Needs", testCase.needs().stream().sorted().toList()));
    }
    if (!testCase.catches().isEmpty()) {
      lines.addAll(fact("Must catch", testCase.catches()));
    }
    Provenance from = testCase.provenance();
    String kind = from.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    lines.addAll(Paragraph.lines("", "From: " + kind + ", " + from.ref()));
    lines.add("Stands in: vectors/" + testCase.at().file() + ", line " + testCase.at().line());
    lines.add("Run it: muxado run --case '" + testCase.pattern() + "'");
  }

  private static List<String> fact(String name, List<String> values) {
    return Paragraph.lines("", name + ": " + String.join(", ", values));
  }
}
