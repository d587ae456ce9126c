package org.muxado.tck.suite;

import java.util.ArrayList;
import java.util.List;
import org.muxado.tck.verdict.CaseResult;
import org.muxado.tck.verdict.Failure;
import org.muxado.tck.verdict.Verdict;

/** Gathers what the chunkings of one case gave. Used by one thread at a time. */
final class Findings {

  private final List<Failure> failures = new ArrayList<>();
  private String transcript = "";

  /**
   * Adds a failure; one that another chunking showed already is only counted there.
   *
   * @param seen the transcript of its chunking, kept if it is the first
   */
  void add(Failure failure, String seen) {
    for (int i = 0; i < failures.size(); i++) {
      Failure known = failures.get(i);
      if (known.isSameFault(failure)) {
        List<String> chunkings = new ArrayList<>(known.chunkings());
        chunkings.addAll(failure.chunkings());
        failures.set(i, known.in(chunkings.stream().distinct().toList()));
        return;
      }
    }
    if (transcript.isEmpty()) {
      transcript = seen;
    }
    failures.add(failure);
  }

  /** The worst verdict so far. */
  Verdict verdict() {
    return failures.stream().map(Failure::verdict).reduce(Verdict.PASS, Verdict::worse);
  }

  /** The result of the case. */
  CaseResult result(KitCase kitCase, long durationNanos) {
    return new CaseResult(
        kitCase.id(), kitCase.requirements(), verdict(), failures, transcript, durationNanos);
  }
}
