package org.muxado.tck.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muxado.tck.verdict.CaseResult;
import org.muxado.tck.verdict.Failure;
import org.muxado.tck.verdict.Verdict;
import org.muxado.vectors.source.FormatException;

class ExpectationsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final List<String> CATALOG =
      List.of("ids/a@client", "ids/a@server", "ids/b@client", "goaway/x");

  private static Expectations file(String... entries) {
    String lines = entries.length == 0 ? " []" : "\n  - " + String.join("\n  - ", entries);
    return ExpectationFile.parse("known.yaml", "implementation: x\nentries:" + lines + "\n");
  }

  private static CaseResult passed(String id) {
    return new CaseResult(id, List.of("ID-1"), Verdict.PASS, List.of(), "", 0);
  }

  private static CaseResult failed(String id, Failure... failures) {
    Verdict worst = Verdict.PASS;
    for (Failure failure : failures) {
      worst = worst.worse(failure.verdict());
    }
    return new CaseResult(id, List.of("ID-1"), worst, List.of(failures), "", 0);
  }

  private static Failure failure(Verdict verdict, String at, String requirement) {
    return new Failure(verdict, List.of(requirement), at, "this", "that", List.of("whole"));
  }

  private static List<String> stale(Expectations file, CaseResult... results) {
    return file.assess(List.of(results), CATALOG, TODAY).stale().stream()
        .map(s -> s.why() + " " + s.detail())
        .toList();
  }

  private static List<String> unexpected(Expectations file, CaseResult... results) {
    return file.assess(List.of(results), CATALOG, TODAY).unexpected().stream()
        .map(u -> u.caseId() + " " + u.failure().verdict() + " " + u.failure().at())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "ids/a, ids/a, true",
    "ids/a, ids/a@client, true",
    "ids/a@server, ids/a@client, false",
    "ids/a, ids/ab, false",
    "ids/*, ids/a@client, true",
    "ids/*, ids/a/b, false",
    "ids/**, ids/a/b@server, true",
    "**/b, ids/a/b, true",
    "i.s/a, ids/a, false",
    "*/a*@client, ids/ax@client, true",
  })
  void patternsNameCases(String pattern, String id, boolean matches) {
    assertEquals(matches, CasePattern.of(pattern).matches(id));
  }

  @Test
  void aFailureWithoutAnEntryIsUnexpected() {
    CaseResult result = failed("ids/a@client", failure(Verdict.FAIL, "step 2", "ID-1"));
    assertEquals(List.of("ids/a@client FAIL step 2"), unexpected(Expectations.none(), result));
    assertFalse(Expectations.none().assess(List.of(result), CATALOG, TODAY).isAsExpected());
  }

  @Test
  void notStrictAndSkippedAreNoFailures() {
    CaseResult lax = failed("ids/a@client", failure(Verdict.NON_STRICT, "step 2", "ID-1"));
    CaseResult skipped = failed("ids/b@client", failure(Verdict.SKIPPED, "start", "ID-1"));
    assertTrue(Expectations.none().assess(List.of(lax, skipped), CATALOG, TODAY).isAsExpected());
  }

  @Test
  void anEntryCoversItsFailureAndNoOther() {
    Expectations file =
        file("{case: ids/a, verdict: FAIL, at: step 2, requirement: ID-1, reason: known}");
    Failure known = failure(Verdict.FAIL, "step 2", "ID-1");
    assertEquals(List.of(), unexpected(file, failed("ids/a@client", known)));
    for (Failure other :
        List.of(
            failure(Verdict.FAIL, "step 3", "ID-1"),
            failure(Verdict.FAIL, "step 2", "ID-2"),
            failure(Verdict.HUNG, "step 2", "ID-1"))) {
      String line = "ids/a@client " + other.verdict() + " " + other.at();
      assertEquals(List.of(line), unexpected(file, failed("ids/a@client", known, other)));
    }
  }

  @Test
  void anUnexpectedPassIsStale() {
    Expectations file = file("{case: ids/a, verdict: FAIL, reason: known}");
    Failure known = failure(Verdict.FAIL, "step 2", "ID-1");
    assertEquals(List.of("UNEXPECTED_PASS ids/a@client"), stale(file, passed("ids/a@client")));
    assertEquals(
        List.of("UNEXPECTED_PASS ids/a@server"),
        stale(file, failed("ids/a@client", known), passed("ids/a@server")));
    assertEquals(List.of(), stale(file, failed("ids/a@client", known)));
    assertEquals(List.of(), stale(file), "a case that did not run says nothing");
  }

  @Test
  void aGlobIsStaleWhenNoneOfItsCasesShowsTheFailure() {
    Expectations file = file("{case: ids/*, verdict: NON_STRICT, reason: known}");
    Failure known = failure(Verdict.NON_STRICT, "step 2", "ID-1");
    assertEquals(List.of(), stale(file, failed("ids/a@client", known), passed("ids/b@client")));
    assertEquals(
        List.of("UNEXPECTED_PASS ids/a@client, ids/a@server, ids/b@client"),
        stale(file, passed("ids/a@client"), passed("ids/a@server"), passed("ids/b@client")));
  }

  @Test
  void aGlobIsNotStaleWhileSomeOfItsCasesDidNotRun() {
    Expectations file = file("{case: ids/*, verdict: FAIL, reason: known}");
    assertEquals(List.of(), stale(file, passed("ids/a@client"), passed("ids/a@server")));
  }

  @Test
  void anEntryMayNameAPartOfWhatHappened() {
    Failure known = failure(Verdict.FAIL, "step 2", "ID-1");
    String entry = "{case: ids/a, verdict: FAIL, reason: known, actual: ";
    assertEquals(List.of(), unexpected(file(entry + "hat}"), failed("ids/a@client", known)));
    assertEquals(
        List.of("ids/a@client FAIL step 2"),
        unexpected(file(entry + "what}"), failed("ids/a@client", known)));
  }

  @Test
  void aPatternThatNamesNoCaseIsStale() {
    assertEquals(
        List.of("NO_SUCH_CASE ids/gone"),
        stale(file("{case: ids/gone, verdict: FAIL, reason: known}")));
  }

  @Test
  void anEntryExpiresAfterItsDay() {
    String entry = "{case: goaway/x, verdict: FAIL, reason: known, until: ";
    assertEquals(List.of(), stale(file(entry + "2026-11-22}")));
    assertEquals(List.of("EXPIRED since 2026-11-21"), stale(file(entry + "2026-11-21}")));
  }

  @Test
  void aStaleEntryTellsItsPlace() {
    Expectations file = file("{case: ids/gone, verdict: FAIL, reason: known}");
    assertEquals(
        List.of("known.yaml:3:5: no case is called ids/gone"),
        file.assess(List.of(), CATALOG, TODAY).staleLines());
    Expectations old = file("{case: ids/a, verdict: FAIL, reason: known, until: 2020-01-01}");
    assertEquals(
        List.of("known.yaml:3:5: ids/a: expired on 2020-01-01"),
        old.assess(List.of(), CATALOG, TODAY).staleLines());
    Expectations passing = file("{case: ids/a, verdict: FAIL, reason: known}");
    assertEquals(
        List.of("known.yaml:3:5: FAIL does not show any more: ids/a@client"),
        passing.assess(List.of(passed("ids/a@client")), CATALOG, TODAY).staleLines());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{case: a, verdict: FAIL, reason: ' '}; why the failure is there",
        "{case: a, verdict: PASS, reason: r}; one of [UNIMPLEMENTED, NON_STRICT, FAIL",
        "{case: a, verdict: WRONG, reason: r}; one of PASS, SKIPPED",
        "{case: a, verdict: FAIL, reason: r, until: soon}; a date such as 2027-12-31",
        "{case: a, verdict: FAIL, reason: r, step: 3}; one of actual, at, case",
        "{case: a, verdict: FAIL, reason: r, at: stp 4}; step N, never N, monitor",
        "{case: a, verdict: FAIL, reason: r, requirement: NO-1}; an id of spec/requirements",
        "[a]; a map with case, verdict and reason",
      })
  void aWrongFileIsRefusedWithItsPlace(String entry, String expected) {
    FormatException refused = assertThrows(FormatException.class, () -> file(entry));
    assertTrue(refused.getMessage().startsWith("known.yaml:3:"), refused.getMessage());
    assertTrue(refused.getMessage().contains("expected " + expected), refused.getMessage());
  }

  @Test
  void aMissingFieldIsNamed() {
    FormatException refused =
        assertThrows(FormatException.class, () -> file("{case: a, verdict: FAIL}"));
    assertEquals("known.yaml:3:5: \"reason\" is missing", refused.getMessage());
  }

  @Test
  void allWrongEntriesAreToldAtOnce() {
    FormatException refused = assertThrows(FormatException.class, () -> file("[]", "{}"));
    assertEquals(2, refused.findings().size());
  }

  @Test
  void aFileIsForItsImplementationAlone() {
    assertEquals(Optional.empty(), file().complaintAbout("x"));
    assertEquals(Optional.empty(), Expectations.none().complaintAbout("y"));
    assertEquals(
        Optional.of("known.yaml:1:1: these are the expectations of x, but y is tested"),
        file().complaintAbout("y"));
  }

  @Test
  void theFileNamesItsImplementation() {
    assertEquals("x", file().implementation());
    assertEquals(1, file("{case: ids/a, verdict: FAIL, reason: known}").entries().size());
  }
}
