package org.muxado.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.muxado.cli.exit.ExitCode;
import org.muxado.cli.explain.Paragraph;
import org.muxado.tck.expect.Assessment;
import org.muxado.tck.expect.Expectations;
import org.muxado.tck.verdict.CaseResult;
import org.muxado.tck.verdict.Failure;
import org.muxado.tck.verdict.Verdict;

/** What stands at the end of a run: everything but the failures, which were told at once. */
public final class Summary {

  private static final int SHOWN_IDS = 5;

  private final List<CaseResult> results;
  private final Expectations expectations;
  private final Assessment assessment;

  /**
   * Sums up results.
   *
   * @param expectations the failures that are known
   * @param assessment what holding the results against them gave
   */
  public Summary(List<CaseResult> results, Expectations expectations, Assessment assessment) {
    this.results = List.copyOf(results);
    this.expectations = expectations;
    this.assessment = assessment;
  }

  /** The text, line by line; the tally stands alone on the last line. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    addNotStrict(lines);
    addSkipped(lines);
    addExpected(lines);
    addStale(lines);
    if (isNothingJudged()) {
      lines.add("Nothing was judged: the adapter can run none of the cases that were asked for.");
      lines.add("");
    }
    lines.add(Tally.of(results, expectations).toString());
    return lines;
  }

  /** With what the command ends; the gravest thing decides. */
  public ExitCode exitCode() {
    if (results.stream().anyMatch(result -> result.verdict() == Verdict.KIT_ERROR)) {
      return ExitCode.KIT_FAULT;
    } else if (!assessment.unexpected().isEmpty()) {
      return ExitCode.NOT_CONFORMANT;
    } else if (isNothingJudged()) {
      return ExitCode.USAGE;
    }
    return assessment.stale().isEmpty() ? ExitCode.CONFORMANT : ExitCode.STALE_EXPECTATIONS;
  }

  /** Silence must not pass: an adapter that declares too little would look conformant. */
  private boolean isNothingJudged() {
    return !results.isEmpty() && results.stream().allMatch(r -> r.verdict().isSkipped());
  }

  private List<CaseResult> with(Predicate<CaseResult> predicate) {
    return results.stream().filter(predicate).toList();
  }

  private void addNotStrict(List<String> lines) {
    List<CaseResult> cases = with(result -> result.verdict() == Verdict.NON_STRICT);
    if (cases.isEmpty()) {
      return;
    }
    lines.add("Passed, but a SHOULD is not met:");
    for (CaseResult result : cases) {
      lines.add("  " + result.id());
      result.failures().forEach(failure -> lines.addAll(notStrict(failure)));
    }
    lines.add("");
  }

  private static List<String> notStrict(Failure failure) {
    String rules = String.join(", ", failure.requirements());
    String where = rules.isEmpty() ? failure.place() : rules + " at " + failure.at();
    return Paragraph.lines("    ", where + ": " + failure.actual());
  }

  private void addSkipped(List<String> lines) {
    Map<String, List<String>> idsByReason = new TreeMap<>();
    for (CaseResult result : results) {
      if (result.verdict().isSkipped()) {
        idsByReason.computeIfAbsent(reason(result), r -> new ArrayList<>()).add(result.id());
      }
    }
    if (idsByReason.isEmpty()) {
      return;
    }
    lines.add("Skipped:");
    idsByReason.forEach(
        (reason, ids) -> {
          lines.addAll(Paragraph.lines("  ", reason));
          ids.stream().limit(SHOWN_IDS).forEach(id -> lines.add("    " + id));
          if (ids.size() > SHOWN_IDS) {
            lines.add("    and " + (ids.size() - SHOWN_IDS) + " more");
          }
        });
    lines.add("");
  }

  private static String reason(CaseResult result) {
    return result.failures().stream()
        .findFirst()
        .map(Failure::actual)
        .orElse("no reason was given");
  }

  private void addExpected(List<String> lines) {
    List<CaseResult> expected =
        with(r -> !r.verdict().isConforming() && expectations.unexpected(r).isEmpty());
    if (!expected.isEmpty()) {
      lines.add("Failed as expected: " + expected.size());
      expected.forEach(result -> lines.add("  " + result.id()));
      lines.add("");
    }
  }

  private void addStale(List<String> lines) {
    if (!assessment.stale().isEmpty()) {
      lines.add("Stale expectations, to be corrected in their file:");
      assessment.stale().forEach(entry -> lines.add("  " + entry));
      lines.add("");
    }
  }
}
