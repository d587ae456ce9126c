package org.muxado.adapter.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muxado.tck.suite.Kit;
import org.muxado.tck.suite.KitSettings;
import org.muxado.tck.verdict.Verdict;
import org.muxado.vectors.conversation.Conversation.Chunking;

/** A test of the kit: who crashes, hangs, stays silent or closes passes not one case. */
@Timeout(300)
class BrokenLibraryTest {

  private static final KitSettings IMPATIENT = new KitSettings(0.004, Set.of(Chunking.WHOLE));
  private static final Set<Verdict> CAUGHT = Set.of(Verdict.FAIL, Verdict.HUNG, Verdict.CRASHED);

  @ParameterizedTest
  @EnumSource
  void passesNotOneCase(BrokenLibrary broken) {
    Kit kit = new Kit(broken, IMPATIENT);
    List<String> missed =
        Trial.CASES.parallelStream()
            .map(kit::run)
            .filter(result -> !CAUGHT.contains(result.verdict()))
            .map(result -> result.id() + " " + result.verdict() + " " + result.failures())
            .toList();
    assertEquals("", String.join("\n", missed));
  }
}
