package org.muxado.cli.run;

import java.util.List;
import org.muxado.tck.verdict.CaseResult;

/**
 * How many cases passed, failed and were skipped. A SHOULD that is not met passes; a case that the
 * adapter cannot run is skipped.
 */
public record Tally(int passed, int failed, int skipped) {

  /** Counts results. */
  public static Tally of(List<CaseResult> results) {
    Tally tally = new Tally(0, 0, 0);
    for (CaseResult result : results) {
      tally = tally.plus(result);
    }
    return tally;
  }

  /** This tally with one more result. */
  public Tally plus(CaseResult result) {
    return switch (result.verdict()) {
      case PASS, NON_STRICT -> new Tally(passed + 1, failed, skipped);
      case SKIPPED, UNIMPLEMENTED -> new Tally(passed, failed, skipped + 1);
      case FAIL, HUNG, CRASHED, KIT_ERROR -> new Tally(passed, failed + 1, skipped);
    };
  }

  /** How many cases there were. */
  public int total() {
    return passed + failed + skipped;
  }

  /** The line with which every run ends. */
  @Override
  public String toString() {
    return passed + " passed, " + failed + " failed, " + skipped + " skipped";
  }
}
