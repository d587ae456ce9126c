package org.muxado.cli.run;

import org.muxado.tck.expect.Expectations;
import org.muxado.tck.junit.RunListener;
import org.muxado.tck.suite.KitCase;
import org.muxado.tck.verdict.CaseResult;

/** Passes a run on to another listener, and stops it once too many cases failed unexpectedly. */
public final class FailureLimit implements RunListener {

  private final RunListener next;
  private final Expectations expectations;
  private int left;

  /**
   * Makes a listener for one run.
   *
   * @param maxFailures after how many failed cases the run stops, at least 1
   */
  public FailureLimit(RunListener next, Expectations expectations, int maxFailures) {
    this.next = next;
    this.expectations = expectations;
    this.left = maxFailures;
  }

  @Override
  public void caseStarted(KitCase kitCase) {
    next.caseStarted(kitCase);
  }

  @Override
  public void caseFinished(KitCase kitCase, CaseResult result) {
    next.caseFinished(kitCase, result);
    if (!expectations.unexpected(result).isEmpty()) {
      left--;
    }
  }

  @Override
  public boolean wantsMore() {
    return left > 0;
  }
}
