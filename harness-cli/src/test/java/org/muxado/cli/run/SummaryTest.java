package org.muxado.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muxado.cli.exit.ExitCode;
import org.muxado.tck.expect.Assessment;
import org.muxado.tck.expect.ExpectationFile;
import org.muxado.tck.expect.Expectations;
import org.muxado.tck.verdict.CaseResult;
import org.muxado.tck.verdict.Failure;
import org.muxado.tck.verdict.Verdict;

class SummaryTest {

  private static final Assessment AS_EXPECTED = new Assessment(List.of(), List.of());

  @Test
  void goodRunIsOneLine() {
    assertEquals(
        List.of("1 passed, 0 failed, 0 skipped"),
        summary(List.of(result("a/b@client", Verdict.PASS))).lines());
  }

  @Test
  void listsWhatPassedWithoutBeingStrict() {
    assertEquals(
        List.of(
            "Passed, but a SHOULD is not met:",
            "  priority/order@client",
            "    PRI-2 at step 5: because of NON_STRICT",
            "",
            "1 passed, 0 failed, 0 skipped"),
        summary(List.of(result("priority/order@client", Verdict.NON_STRICT))).lines());
  }

  @Test
  void groupsSkippedCasesByReason() {
    List<CaseResult> results =
        List.of(
            result("a/one@client", Verdict.UNIMPLEMENTED),
            result("a/zero@client", Verdict.PASS),
            result("a/two@client", Verdict.SKIPPED),
            result("a/three@client", Verdict.SKIPPED));

    assertEquals(
        List.of(
            "Skipped:",
            "  because of SKIPPED",
            "    a/two@client",
            "    a/three@client",
            "  because of UNIMPLEMENTED",
            "    a/one@client",
            "",
            "1 passed, 0 failed, 3 skipped"),
        summary(results).lines());
  }

  @Test
  void namesExpectedFailuresAndStaleEntries() {
    List<CaseResult> results = List.of(result("a/one@client", Verdict.FAIL));
    Expectations known =
        ExpectationFile.parse(
            "known.yaml",
            """
            implementation: x
            entries:
              - {case: a/one, verdict: FAIL, reason: known}
              - {case: a/gone, verdict: FAIL, reason: was renamed}
            """);
    Assessment assessment =
        known.assess(results, List.of("a/one@client"), LocalDate.of(2026, 11, 22));

    assertEquals(
        List.of(
            "Failed as expected: 1",
            "  a/one@client",
            "",
            "Stale expectations, to be corrected in their file:",
            "  " + assessment.stale().get(0),
            "",
            "0 passed, 0 failed, 0 skipped"),
        new Summary(results, known, assessment).lines());
  }

  /** It used to be told as passed, beside a new failure. */
  @Test
  void tellsAFailureThatShowsAtAnotherStepAsThat() {
    List<CaseResult> results = List.of(result("a/one@client", Verdict.FAIL));
    Expectations known =
        ExpectationFile.parse(
            "known.yaml",
            "implementation: x\nentries: [{case: a/one, verdict: FAIL, at: step 4, reason: x}]\n");
    Assessment assessment =
        known.assess(results, List.of("a/one@client"), LocalDate.of(2026, 11, 22));

    assertEquals(
        List.of(
            "Stale expectations, to be corrected in their file:",
            "  known.yaml:2:11: FAIL is expected at step 4: a/one@client shows it at step 5",
            "",
            "0 passed, 1 failed, 0 skipped"),
        new Summary(results, known, assessment).lines());
  }

  @Test
  void showsOnlySomeOfManySkippedCases() {
    List<CaseResult> results =
        IntStream.rangeClosed(1, 8).mapToObj(i -> result("a/" + i, Verdict.SKIPPED)).toList();

    List<String> lines = summary(results).lines();

    assertEquals(List.of("    a/5", "    and 3 more"), lines.subList(6, 8));
  }

  @Test
  void gravestThingDecidesTheExitCode() {
    List<CaseResult> failed = List.of(result("a/one", Verdict.FAIL));
    List<CaseResult> broken = List.of(failed.get(0), result("a/two", Verdict.KIT_ERROR));
    Assessment unexpected =
        Expectations.none().assess(failed, List.of("a/one"), LocalDate.of(2026, 11, 22));

    assertEquals(
        ExitCode.KIT_FAULT, new Summary(broken, Expectations.none(), unexpected).exitCode());
    assertEquals(
        ExitCode.NOT_CONFORMANT, new Summary(failed, Expectations.none(), unexpected).exitCode());
    assertEquals(ExitCode.CONFORMANT, summary(failed).exitCode());
  }

  private static Summary summary(List<CaseResult> results) {
    return new Summary(results, Expectations.none(), AS_EXPECTED);
  }

  private static CaseResult result(String id, Verdict verdict) {
    List<Failure> failures =
        verdict == Verdict.PASS
            ? List.of()
            : List.of(
                new Failure(
                    verdict, List.of("PRI-2"), "step 5", "", "because of " + verdict, List.of()));
    return new CaseResult(id, List.of("PRI-2"), verdict, failures, "", 1);
  }
}
