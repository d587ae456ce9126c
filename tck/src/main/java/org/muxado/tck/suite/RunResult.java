package org.muxado.tck.suite;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
 * @param stopped why some of the cases that were asked for did not run, or null if all did
 */
public record RunResult(
    ImplementationInfo implementation,
    List<KitCase> cases,
    List<CaseResult> results,
    long durationNanos,
    @Nullable Stopped stopped) {

  /**
   * A run that ended early.
   *
   * @param why such as {@code interrupted}
   * @param notRun how many cases did not run
   */
  public record Stopped(String why, int notRun) {}

  /** Copies the lists. */
  public RunResult {
    cases = List.copyOf(cases);
    results = List.copyOf(results);
  }

  /** The result of a run to its end. */
  public RunResult(
      ImplementationInfo implementation,
      List<KitCase> cases,
      List<CaseResult> results,
      long durationNanos) {
    this(implementation, cases, results, durationNanos, null);
  }

  /**
   * The same, stopped for this reason where it has fewer results.
   *
   * @param asked how many cases were to run
   */
  public RunResult stoppedBefore(int asked, String why) {
    Stopped stop = results.size() < asked ? new Stopped(why, asked - results.size()) : null;
    return new RunResult(implementation, cases, results, durationNanos, stop);
  }

  /** How many cases have this verdict. */
  public long count(Verdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).count();
  }
}
