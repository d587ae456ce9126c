package org.muxado.tck.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muxado.tck.verdict.CaseResult;
import org.muxado.tck.verdict.Failure;
import org.muxado.tck.verdict.Verdict;

class ExpectationDraftTest {

  private static Failure failure(Verdict verdict, String at, String... requirements) {
    return new Failure(verdict, List.of(requirements), at, "this", "that", List.of());
  }

  private static CaseResult result(String id, Failure... failures) {
    return new CaseResult(id, List.of("FLOW-1"), Verdict.FAIL, List.of(failures), "", 0);
  }

  private final List<CaseResult> results =
      List.of(
          result(
              "area/one@client",
              failure(Verdict.FAIL, "step 8", "FLOW-1", "FLOW-2"),
              failure(Verdict.FAIL, "monitor", "FRAME-3"),
              failure(Verdict.NON_STRICT, "step 9", "FLOW-3"),
              failure(Verdict.KIT_ERROR, "end")),
          result("area/two", failure(Verdict.HUNG, "step 1")));

  @Test
  void hasAnEntryForEachFailureThatCountsAgainstTheImplementation() {
    ExpectationDraft draft = new ExpectationDraft("say \"x\"", results, Expectations.none());
    assertEquals(3, draft.entryCount());
    assertEquals(
        """
        implementation: "say \\"x\\""
        entries:
          - {case: area/one@client, verdict: FAIL, at: step 8, reason: "to do: say why"}
          - {case: area/one@client, verdict: FAIL, at: monitor, requirement: FRAME-3, reason: "to do: say why"}
          - {case: area/two, verdict: HUNG, at: step 1, reason: "to do: say why"}
        """,
        draft.text());
  }

  @Test
  void coversAllThatItWasMadeOf() {
    ExpectationDraft draft = new ExpectationDraft("say \"x\"", results, Expectations.none());
    Expectations read = ExpectationFile.parse("draft.yaml", draft.text());
    assertEquals("say \"x\"", read.implementation());
    assertEquals(List.of(), read.unexpected(results.get(1)));
    ExpectationDraft further = new ExpectationDraft("x", results, read);
    assertEquals("implementation: \"x\"\nentries: []\n", further.text());
  }
}
