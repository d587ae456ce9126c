package org.muxado.cli.run;

import java.util.ArrayList;
import java.util.List;
import org.muxado.tck.junit.RunListener;
import org.muxado.tck.suite.KitCase;
import org.muxado.tck.verdict.CaseResult;

/** Keeps what a run has judged so far, and passes the run on until it is stopped. Thread-safe. */
public final class Judged implements RunListener {

  private final RunListener next;
  private final List<CaseResult> results = new ArrayList<>();
  private boolean stopped;

  /** Makes a listener for one run. */
  public Judged(RunListener next) {
    this.next = next;
  }

  @Override
  public synchronized boolean wantsMore() {
    return !stopped && next.wantsMore();
  }

  @Override
  public synchronized void caseStarted(KitCase kitCase) {
    if (!stopped) {
      next.caseStarted(kitCase);
    }
  }

  @Override
  public synchronized void caseFinished(KitCase kitCase, CaseResult result) {
    if (!stopped) {
      results.add(result);
      next.caseFinished(kitCase, result);
    }
  }

  /** Takes no more; returns the results so far, in the order in which they came. */
  public synchronized List<CaseResult> stop() {
    stopped = true;
    return List.copyOf(results);
  }
}
