package org.muxado.tck.report;

import org.muxado.tck.player.RuleBook;
import org.muxado.tck.suite.KitCase;
import org.muxado.tck.verdict.CaseResult;
import org.muxado.tck.verdict.Failure;

/** Tells people what went wrong in a case. Stateless. */
public final class FailureText {

  private FailureText() {}

  /**
   * The failures of a case, each with step, expected, actual and the rules that it shows broken,
   * then what was seen up to the fault; empty if the case passed.
   */
  public static String of(KitCase kitCase, CaseResult result, RuleBook rules) {
    if (result.failures().isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    text.append(result.verdict()).append(' ').append(kitCase.id()).append('\n');
    text.append("  ").append(kitCase.title()).append('\n');
    result.failures().forEach(failure -> append(failure, rules, text));
    boolean isToThePoint = result.failures().stream().anyMatch(Failure::showsRules);
    if (isToThePoint && !kitCase.intent().isEmpty()) {
      append("why", kitCase.intent(), text);
    }
    if (!result.transcript().isEmpty()) {
      text.append('\n').append(result.transcript());
    }
    return text.toString();
  }

  private static void append(Failure failure, RuleBook rules, StringBuilder text) {
    text.append('\n').append(failure.verdict()).append(" at ").append(failure.place());
    if (!failure.chunkings().isEmpty()) {
      text.append(" (").append(String.join(", ", failure.chunkings())).append(')');
    }
    text.append('\n');
    append("expected", failure.expected(), text);
    append("actual", failure.actual(), text);
    if (failure.showsRules()) {
      failure.requirements().forEach(id -> append(id, rules.text(id), text));
    }
  }

  private static void append(String label, String value, StringBuilder text) {
    String indented = value.strip().replace("\n", "\n            ");
    text.append("  %-9s %s\n".formatted(label, indented));
  }
}
