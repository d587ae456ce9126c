package org.muxado.cli.run;

import java.util.List;
import org.muxado.tck.expect.Expectations;
import org.muxado.tck.verdict.CaseResult;

/**
 * How many cases passed, failed and were skipped. A SHOULD that is not met passes; a case that the
 * adapter cannot run is skipped; one that failed as expected is counted apart.
 */
public record Tally(int passed, int failed, int skipped, int expected) {

  /** Nothing has run yet. */
  public static final Tally NONE = new Tally(0, 0, 0, 0);

  /** Counts results, of which some are expected to fail. */
  public static Tally of(List<CaseResult> results, Expectations expectations) {
    Tally tally = NONE;
    for (CaseResult result : results) {
      tally = tally.plus(result, expectations);
    }
    return tally;
  }

  /** This tally with one more result. */
  public Tally plus(CaseResult result, Expectations expectations) {
    return switch (result.verdict()) {
      case PASS, NON_STRICT -> new Tally(passed + 1, failed, skipped, expected);
      case SKIPPED, UNIMPLEMENTED -> new Tally(passed, failed, skipped + 1, expected);
      case FAIL, HUNG, CRASHED, KIT_ERROR ->
          expectations.unexpected(result).isEmpty()
              ? new Tally(passed, failed, skipped, expected + 1)
              : new Tally(passed, failed + 1, skipped, expected);
    };
  }

  /** How many cases there were. */
  public int total() {
    return passed + failed + skipped + expected;
  }

  /** The line with which every run ends; what failed as expected was told before it. */
  @Override
  public String toString() {
    return passed + " passed, " + failed + " failed, " + skipped + " skipped";
  }
}
