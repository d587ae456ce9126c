package org.muxado.tck.expect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.verdict.CaseResult;
import org.muxado.tck.verdict.Failure;
import org.muxado.tck.verdict.Verdict;
import org.muxado.vectors.source.Location;

/** The known failures of one implementation. Immutable. */
public final class Expectations {

  private final @Nullable Location place;
  private final String implementation;
  private final List<Expectation> entries;

  /**
   * Makes a list of known failures.
   *
   * @param place where they stand, or null if there is no file
   * @param implementation the name that the file gives
   */
  public Expectations(@Nullable Location place, String implementation, List<Expectation> entries) {
    this.place = place;
    this.implementation = implementation;
    this.entries = List.copyOf(entries);
  }

  /** No known failure. */
  public static Expectations none() {
    return new Expectations(null, "", List.of());
  }

  /** The implementation that the file is about. */
  public String implementation() {
    return implementation;
  }

  /** What is wrong if an implementation of this name is tested; empty if the file is about it. */
  public Optional<String> complaintAbout(String tested) {
    if (place == null || implementation.equals(tested)) {
      return Optional.empty();
    }
    return Optional.of(
        "%s: these are the expectations of %s, but %s is tested"
            .formatted(place, implementation, tested));
  }

  /** The entries in the order of the file. */
  public List<Expectation> entries() {
    return entries;
  }

  /** The failures of one case that are not expected and make it non-conforming. */
  public List<Failure> unexpected(CaseResult result) {
    return result.failures().stream()
        .filter(failure -> !failure.verdict().isConforming() && !covers(result.id(), failure))
        .toList();
  }

  /** The entry that would cover an unexpected failure if it had shown at the entry's step. */
  public Optional<Expectation> expectedElsewhere(String caseId, Failure failure) {
    return entries.stream().filter(entry -> entry.coversElsewhere(caseId, failure)).findFirst();
  }

  private boolean covers(String caseId, Failure failure) {
    return entries.stream().anyMatch(entry -> entry.covers(caseId, failure));
  }

  /**
   * Holds the results of a run against the entries.
   *
   * @param catalog the ids of all cases that there are, run or not
   * @param today the day on which entries may have expired
   */
  public Assessment assess(List<CaseResult> results, Collection<String> catalog, LocalDate today) {
    List<Assessment.Unexpected> unexpected = new ArrayList<>();
    for (CaseResult result : results) {
      unexpected(result)
          .forEach(failure -> unexpected.add(new Assessment.Unexpected(result.id(), failure)));
    }
    List<Assessment.Stale> stale = new ArrayList<>();
    entries.forEach(entry -> addStale(entry, results, catalog, today, stale));
    return new Assessment(unexpected, stale);
  }

  private static void addStale(
      Expectation entry,
      List<CaseResult> results,
      Collection<String> catalog,
      LocalDate today,
      List<Assessment.Stale> stale) {
    List<CaseResult> judged =
        results.stream().filter(r -> entry.cases().matches(r.id()) && isJudged(r, entry)).toList();
    List<String> passed =
        judged.stream().filter(r -> !shows(r, entry)).map(CaseResult::id).toList();
    Set<String> ran = results.stream().map(CaseResult::id).collect(Collectors.toSet());
    if (entry.isExpired(today)) {
      stale.add(new Assessment.Stale(entry, Staleness.EXPIRED, "since " + entry.until()));
    } else if (catalog.stream().noneMatch(entry.cases()::matches)) {
      stale.add(new Assessment.Stale(entry, Staleness.NO_SUCH_CASE, entry.cases().toString()));
    } else if (isMissed(entry, passed, judged.size(), ran, catalog)) {
      addMissed(entry, judged.stream().filter(r -> !shows(r, entry)).toList(), stale);
    }
  }

  private static void addMissed(
      Expectation entry, List<CaseResult> missed, List<Assessment.Stale> stale) {
    List<String> moved = new ArrayList<>();
    List<String> passed = new ArrayList<>();
    for (CaseResult result : missed) {
      result.failures().stream()
          .filter(failure -> entry.coversElsewhere(result.id(), failure))
          .findFirst()
          .ifPresentOrElse(
              failure -> moved.add(result.id() + " shows it at " + failure.at()),
              () -> passed.add(result.id()));
    }
    addUnlessEmpty(entry, Staleness.MOVED, moved, stale);
    addUnlessEmpty(entry, Staleness.UNEXPECTED_PASS, passed, stale);
  }

  private static void addUnlessEmpty(
      Expectation entry, Staleness why, List<String> cases, List<Assessment.Stale> stale) {
    if (!cases.isEmpty()) {
      stale.add(new Assessment.Stale(entry, why, String.join(", ", cases)));
    }
  }

  /** A glob is missed only where all of its cases ran: one of the others may show the failure. */
  private static boolean isMissed(
      Expectation entry, List<String> passed, int judged, Set<String> ran, Collection<String> all) {
    if (!entry.cases().isGlob()) {
      return !passed.isEmpty();
    }
    return judged > 0
        && passed.size() == judged
        && all.stream().filter(entry.cases()::matches).allMatch(ran::contains);
  }

  private static boolean isJudged(CaseResult result, Expectation entry) {
    return result.verdict() != Verdict.SKIPPED
        && (result.verdict() != Verdict.UNIMPLEMENTED || entry.verdict() == Verdict.UNIMPLEMENTED);
  }

  private static boolean shows(CaseResult result, Expectation entry) {
    return result.failures().stream().anyMatch(failure -> entry.covers(result.id(), failure));
  }
}
