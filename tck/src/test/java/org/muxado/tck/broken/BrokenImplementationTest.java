package org.muxado.tck.broken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muxado.tck.junit.ConformanceRun;
import org.muxado.tck.junit.RunListener;
import org.muxado.tck.suite.CaseCatalog;
import org.muxado.tck.suite.Kit;
import org.muxado.tck.suite.KitCase;
import org.muxado.tck.suite.KitSettings;
import org.muxado.tck.verdict.CaseResult;
import org.muxado.tck.verdict.Verdict;
import org.muxado.vectors.conversation.Conversation.Chunking;

@Timeout(120)
class BrokenImplementationTest {

  private static final KitSettings IMPATIENT = new KitSettings(0.004, Set.of(Chunking.WHOLE));
  private static final List<KitCase> CASES = CaseCatalog.packaged().cases();

  @ParameterizedTest
  @EnumSource
  void passesNotOneCase(BrokenImplementation implementation) {
    Kit kit = new Kit(implementation, IMPATIENT);
    List<CaseResult> results =
        new ConformanceRun(kit, CASES, 16).execute(new RunListener() {}).results();
    assertTrue(results.size() > 100, "there are cases");
    assertEquals(
        List.of(), ids(results, Set.of(Verdict.PASS, Verdict.NON_STRICT, Verdict.SKIPPED)));
    assertEquals(List.of(), ids(results, Set.of(Verdict.UNIMPLEMENTED, Verdict.KIT_ERROR)));
  }

  private static List<String> ids(List<CaseResult> results, Set<Verdict> verdicts) {
    return results.stream()
        .filter(result -> verdicts.contains(result.verdict()))
        .map(CaseResult::id)
        .toList();
  }
}
