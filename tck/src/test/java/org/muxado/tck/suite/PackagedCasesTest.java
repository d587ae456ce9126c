package org.muxado.tck.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.tck.junit.ConformanceRun;
import org.muxado.tck.junit.RunListener;
import org.muxado.tck.report.FailureText;
import org.muxado.tck.toy.ToyImplementation;
import org.muxado.tck.verdict.CaseResult;
import org.muxado.tck.verdict.Verdict;

/** The cases that come with the kit, against the toy. */
@Timeout(120)
class PackagedCasesTest {

  private static final Set<Verdict> RIGHT = Set.of(Verdict.PASS, Verdict.SKIPPED);

  @Test
  void theToyPassesEveryCaseThatItCanRun() {
    Kit kit = new Kit(new ToyImplementation(), KitSettings.DEFAULTS);
    RunResult run =
        new ConformanceRun(kit, CaseCatalog.packaged().cases(), 2).execute(new RunListener() {});
    StringBuilder wrong = new StringBuilder();
    for (int i = 0; i < run.results().size(); i++) {
      CaseResult result = run.results().get(i);
      if (!RIGHT.contains(result.verdict())) {
        wrong.append(FailureText.of(run.cases().get(i), result, kit.rules())).append('\n');
      }
    }
    assertEquals("", wrong.toString());
    assertTrue(run.count(Verdict.PASS) > 20, () -> run.count(Verdict.PASS) + " passed");
  }
}
