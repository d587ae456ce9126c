package org.muxado.tck.expect;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.verdict.Failure;
import org.muxado.tck.verdict.Verdict;
import org.muxado.vectors.source.Location;

/**
 * One known failure.
 *
 * @param cases the cases that show it
 * @param requirement the id of the requirement that is not met, or null for any
 * @param at the label of the step, as in {@link Failure#at}, or null for any
 * @param actual a part of what the report says that happened, or null for anything
 * @param verdict the verdict of the failure
 * @param reason why it is there
 * @param until the last day on which it is accepted, or null for no end
 * @param place where it stands in its file
 */
public record Expectation(
    CasePattern cases,
    @Nullable String requirement,
    @Nullable String at,
    @Nullable String actual,
    Verdict verdict,
    String reason,
    @Nullable LocalDate until,
    Location place) {

  /** Whether this failure of this case is the known one. */
  boolean covers(String caseId, Failure failure) {
    return isAlike(caseId, failure) && (at == null || at.equals(failure.at()));
  }

  /** Whether it is the known one but for the step. */
  boolean coversElsewhere(String caseId, Failure failure) {
    return isAlike(caseId, failure) && at != null && !at.equals(failure.at());
  }

  private boolean isAlike(String caseId, Failure failure) {
    return cases.matches(caseId)
        && verdict == failure.verdict()
        && (actual == null || failure.actual().contains(actual))
        && (requirement == null || failure.requirements().contains(requirement));
  }

  /** Whether it is no longer accepted. */
  boolean isExpired(LocalDate today) {
    return until != null && today.isAfter(until);
  }
}
