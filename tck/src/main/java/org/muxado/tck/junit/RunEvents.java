package org.muxado.tck.junit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muxado.tck.suite.Kit;
import org.muxado.tck.suite.KitCase;
import org.muxado.tck.verdict.CaseResult;

/** Runs the cases that JUnit hands it and keeps their results. Thread-safe. */
final class RunEvents {

  private final Kit kit;
  private final List<KitCase> cases;
  private final RunListener listener;
  private final Map<String, CaseResult> results = new HashMap<>();

  RunEvents(Kit kit, List<KitCase> cases, RunListener listener) {
    this.kit = kit;
    this.cases = List.copyOf(cases);
    this.listener = listener;
  }

  List<KitCase> cases() {
    return cases;
  }

  void run(KitCase kitCase) {
    if (started(kitCase)) {
      finished(kitCase, kit.run(kitCase));
    }
  }

  private synchronized boolean started(KitCase kitCase) {
    boolean starts = listener.wantsMore();
    if (starts) {
      listener.caseStarted(kitCase);
    }
    return starts;
  }

  private synchronized void finished(KitCase kitCase, CaseResult result) {
    results.put(kitCase.id(), result);
    listener.caseFinished(kitCase, result);
  }

  /** The cases that ran, in their order. */
  synchronized List<KitCase> ran() {
    return cases.stream().filter(kitCase -> results.containsKey(kitCase.id())).toList();
  }

  /** The results in the order of the cases; those that did not run are left out. */
  synchronized List<CaseResult> results() {
    return cases.stream().map(KitCase::id).filter(results::containsKey).map(results::get).toList();
  }
}
