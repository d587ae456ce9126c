package org.muxado.tck.expect;

import java.util.ArrayList;
import java.util.List;
import org.muxado.tck.verdict.CaseResult;
import org.muxado.tck.verdict.Failure;
import org.muxado.tck.verdict.Verdict;

/**
 * A file of expected failures that covers what a run showed, for people to give the reasons.
 * Immutable.
 */
public final class ExpectationDraft {

  private final String implementation;
  private final List<String> entries;

  /**
   * Makes an entry for each failure that is not expected yet; faults of the kit are left out.
   *
   * @param implementation the name that the adapter gives
   */
  public ExpectationDraft(
      String implementation, List<CaseResult> results, Expectations expectations) {
    this.implementation = implementation;
    List<String> all = new ArrayList<>();
    for (CaseResult result : results) {
      expectations.unexpected(result).stream()
          .filter(failure -> failure.verdict() != Verdict.KIT_ERROR)
          .forEach(failure -> all.add(entry(result.id(), failure)));
    }
    entries = all.stream().distinct().toList();
  }

  /** How many entries there are. */
  public int entryCount() {
    return entries.size();
  }

  /** The text of the file. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("implementation: ").append(quoted(implementation)).append('\n');
    text.append(entries.isEmpty() ? "entries: []\n" : "entries:\n");
    entries.forEach(entry -> text.append("  - ").append(entry).append('\n'));
    return text.toString();
  }

  private static String entry(String caseId, Failure failure) {
    boolean isOfOneRule = failure.requirements().size() == 1;
    String rule = isOfOneRule ? ", requirement: " + failure.requirements().get(0) : "";
    return "{case: %s, verdict: %s, at: %s%s, reason: \"to do: say why\"}"
        .formatted(caseId, failure.verdict(), failure.at(), rule);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
