package org.muxado.tck.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.muxado.tck.suite.RunResult;
import org.muxado.tck.verdict.CaseResult;
import org.muxado.tck.verdict.Verdict;

/** How an implementation stands to one requirement after a run. */
public enum RequirementStatus {
  /** At least one case tested it, and none showed a fault. */
  @JsonProperty("met")
  MET,
  /** A case that tests it, or the monitor, showed that it is not met. */
  @JsonProperty("not-met")
  NOT_MET,
  /** It is a recommendation that is not followed. */
  @JsonProperty("not-strict")
  NOT_STRICT,
  /** Cases test it, but none could be run, or none got beyond its preparation. */
  @JsonProperty("not-run")
  NOT_RUN,
  /** No case of the run tests it. */
  @JsonProperty("not-tested")
  NOT_TESTED;

  /** The status of a requirement in a run. */
  public static RequirementStatus of(String requirement, RunResult run) {
    Verdict worst =
        run.results().stream()
            .flatMap(result -> result.failures().stream())
            .filter(failure -> failure.requirements().contains(requirement))
            .map(failure -> failure.verdict())
            .reduce(Verdict.PASS, Verdict::worse);
    if (!worst.isConforming()) {
      return NOT_MET;
    } else if (worst == Verdict.NON_STRICT) {
      return NOT_STRICT;
    }
    List<CaseResult> tests =
        run.results().stream().filter(r -> r.requirements().contains(requirement)).toList();
    if (tests.isEmpty()) {
      return NOT_TESTED;
    }
    return tests.stream().anyMatch(RequirementStatus::isJudged) ? MET : NOT_RUN;
  }

  /** Whether the case came to its point; a failure that names no rule kept it from there. */
  private static boolean isJudged(CaseResult result) {
    return !result.verdict().isSkipped()
        && result.failures().stream().noneMatch(failure -> failure.requirements().isEmpty());
  }
}
