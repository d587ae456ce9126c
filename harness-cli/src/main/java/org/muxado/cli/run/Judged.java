package org.muxado.cli.run;

import java.util.ArrayList;
import java.util.List;
import org.muxado.tck.junit.RunListener;
import org.muxado.tck.spi.ImplementationInfo;
import org.muxado.tck.suite.KitCase;
import org.muxado.tck.suite.RunResult;
import org.muxado.tck.verdict.CaseResult;

/** Keeps what a run has judged so far, and passes the run on until it is stopped. Thread-safe. */
public final class Judged implements RunListener {

  private final RunListener next;
  private final ImplementationInfo implementation;
  private final long startNanos = System.nanoTime();
  private final List<KitCase> cases = new ArrayList<>();
  private final List<CaseResult> results = new ArrayList<>();
  private boolean stopped;

  /** Makes a listener for one run, which begins now. */
  public Judged(RunListener next, ImplementationInfo implementation) {
    this.next = next;
    this.implementation = implementation;
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
      cases.add(kitCase);
      results.add(result);
      next.caseFinished(kitCase, result);
    }
  }

  /** Takes no more; returns what the run gave so far, in the order in which it came. */
  public synchronized RunResult stop() {
    stopped = true;
    return new RunResult(implementation, cases, results, System.nanoTime() - startNanos);
  }
}
