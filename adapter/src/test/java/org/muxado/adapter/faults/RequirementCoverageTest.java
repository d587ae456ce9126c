package org.muxado.adapter.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.muxado.spec.Requirement;
import org.muxado.spec.Requirements;
import org.muxado.tck.suite.CaseCatalog;
import org.muxado.tck.suite.KitCase;

/** Every rule that can be tested is tested, or a reason is written down. */
class RequirementCoverageTest {

  private final Set<String> cited =
      CaseCatalog.packaged().cases().stream()
          .map(KitCase::requirements)
          .flatMap(List::stream)
          .collect(Collectors.toCollection(TreeSet::new));
  private final Set<String> testable =
      Requirements.load().all().stream()
          .filter(Requirement::isTestable)
          .map(Requirement::id)
          .collect(Collectors.toCollection(TreeSet::new));
  private final Set<String> excused = new TreeSet<>(VectorList.uncovered().texts().keySet());

  @Test
  void everyTestableRuleHasACaseOrAReason() {
    Set<String> open = new TreeSet<>(testable);
    open.removeAll(cited);
    open.removeAll(excused);
    assertEquals(Set.of(), open);
  }

  @Test
  void noCaseCitesARuleThatIsCalledUntestable() {
    Set<String> untestable = new TreeSet<>(cited);
    untestable.removeAll(testable);
    assertEquals(Set.of(), untestable);
  }

  @Test
  void noReasonIsGivenForARuleThatACaseCites() {
    Set<String> stale = new TreeSet<>(excused);
    stale.retainAll(cited);
    assertEquals(Set.of(), stale);
  }

  @Test
  void reasonsAreGivenForTestableRulesOnly() {
    Set<String> unknown = new TreeSet<>(excused);
    unknown.removeAll(testable);
    assertEquals(Set.of(), unknown);
  }
}
