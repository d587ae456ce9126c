package org.muxado.tck.verdict;

import java.util.List;

/**
 * What one case gave, over all its chunkings.
 *
 * @param id the case
 * @param requirements the ids of the requirements that it tests
 * @param verdict the worst of the failures, or PASS
 * @param failures what went wrong; one entry with the reason where the case was skipped
 * @param transcript the frames and calls of the first chunking that failed, annotated, up to the
 *     fault; empty if the case passed
 * @param durationNanos how long the case took
 */
public record CaseResult(
    String id,
    List<String> requirements,
    Verdict verdict,
    List<Failure> failures,
    String transcript,
    long durationNanos) {

  /** Copies the lists. */
  public CaseResult {
    requirements = List.copyOf(requirements);
    failures = List.copyOf(failures);
  }
}
