package org.muxado.tck.expect;

import java.util.List;
import org.muxado.tck.verdict.Failure;

/**
 * What is left of a run once the expected failures are taken off.
 *
 * @param unexpected failures that no entry covers: the implementation does not conform
 * @param stale entries that are no longer right: the file must be corrected
 */
public record Assessment(List<Unexpected> unexpected, List<Stale> stale) {

  /** Copies the lists. */
  public Assessment {
    unexpected = List.copyOf(unexpected);
    stale = List.copyOf(stale);
  }

  /** Whether the run was as expected in every way. */
  public boolean isAsExpected() {
    return unexpected.isEmpty() && stale.isEmpty();
  }

  /** The stale entries, one line each. */
  public List<String> staleLines() {
    return stale.stream().map(Stale::toString).toList();
  }

  /** A failure that no entry covers. */
  public record Unexpected(String caseId, Failure failure) {}

  /**
   * An entry that is no longer right.
   *
   * @param detail the cases, the pattern or the date
   */
  public record Stale(Expectation entry, Staleness why, String detail) {

    /** One line for people: place, what is wrong. */
    @Override
    public String toString() {
      return entry.place()
          + ": "
          + switch (why) {
            case UNEXPECTED_PASS -> entry.verdict() + " does not show any more: " + detail;
            case MOVED -> entry.verdict() + " is expected at " + entry.at() + ": " + detail;
            case NO_SUCH_CASE -> "no case is called " + entry.cases();
            case EXPIRED -> entry.cases() + ": expired on " + entry.until();
          };
    }
  }
}
