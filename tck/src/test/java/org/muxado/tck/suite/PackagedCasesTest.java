package org.muxado.tck.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.tck.expect.CasePattern;
import org.muxado.tck.junit.ConformanceRun;
import org.muxado.tck.junit.RunListener;
import org.muxado.tck.report.FailureText;
import org.muxado.tck.toy.ToyImplementation;
import org.muxado.tck.verdict.Verdict;

/** The frame vectors and one conversation of each area, against the toy. */
@Timeout(120)
class PackagedCasesTest {

  private static final List<String> PATTERNS =
      List.of(
          "frames/**",
          "accept/full-backlog-refuses",
          "errors/session-error-is-the-last-word",
          "errors/stream-error-with-frames-in-flight",
          "extensions/unregistered-type-is-refused",
          "flow/overflow-is-a-stream-error-with-frames-in-flight",
          "goaway/retry-splits-at-last-id",
          "ids/own-parity-is-a-session-error",
          "ids/same-id-again-is-a-session-error",
          "lifecycle/own-stream-half-closed-both-ways",
          "lifecycle/peer-stream-half-closed-both-ways",
          "priority/backlog-drains-most-urgent-first",
          "retry/broken-transport-leaves-written-streams-unknown");

  @Test
  void theToyPassesThem() {
    CaseCatalog catalog = CaseCatalog.packaged();
    List<KitCase> cases =
        PATTERNS.stream().flatMap(p -> catalog.select(CasePattern.of(p)).stream()).toList();
    Kit kit = new Kit(new ToyImplementation(), KitSettings.DEFAULTS);
    RunResult run = new ConformanceRun(kit, cases, 2).execute(new RunListener() {});
    StringBuilder wrong = new StringBuilder();
    for (int i = 0; i < cases.size(); i++) {
      wrong.append(FailureText.of(cases.get(i), run.results().get(i), kit.rules()));
    }
    assertEquals("", wrong.toString());
    assertEquals(cases.size(), run.count(Verdict.PASS));
    assertTrue(cases.size() > 100, () -> cases.size() + " cases");
  }
}
