package org.muxado.tck.suite;

import java.util.List;
import org.muxado.tck.spi.ImplementationInfo;
import org.muxado.tck.verdict.CaseResult;
import org.muxado.tck.verdict.Verdict;

/**
 * What a run gave.
 *
 * @param implementation what was tested
 * @param cases what was run
 * @param results one for each case, in the order of {@code cases}
 * @param durationNanos how long it took
 */
public record RunResult(
    ImplementationInfo implementation,
    List<KitCase> cases,
    List<CaseResult> results,
    long durationNanos) {

  /** Copies the lists. */
  public RunResult {
    cases = List.copyOf(cases);
    results = List.copyOf(results);
  }

  /** How many cases have this verdict. */
  public long count(Verdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).count();
  }
}
