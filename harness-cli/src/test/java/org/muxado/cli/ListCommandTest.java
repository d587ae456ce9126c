package org.muxado.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.muxado.spec.Requirements;
import org.muxado.tck.suite.CaseCatalog;

class ListCommandTest {

  @Test
  void listsEveryCase() {
    assertEquals(CaseCatalog.packaged().ids().size(), Run.of("list").lines().size());
  }

  @Test
  void listsOneCaseWithLevelAndTitle() {
    assertEquals(
        new Run(0, "frames/rst/cancel/encode  MUST    RST with code 7, CANCEL\n", ""),
        Run.of("list", "--case", "frames/rst/cancel/encode"));
  }

  @Test
  void filtersByRole() {
    Run run = Run.of("list", "--role", "client", "--case", "goaway/**");

    assertTrue(run.lines().stream().allMatch(line -> line.contains("@client ")), run.out());
    assertTrue(!run.lines().isEmpty());
  }

  @Test
  void filtersByRequirementInAnyCase() {
    assertEquals(Run.of("list", "--req", "RST-1").out(), Run.of("list", "--req", "rst-1").out());
  }

  @Test
  void listsEveryRequirement() {
    assertEquals(Requirements.load().all().size(), Run.of("list", "--requirements").lines().size());
  }

  @Test
  void listsTheRequirementsOfSomeCases() {
    Run run = Run.of("list", "--requirements", "--case", "frames/rst/cancel/encode");

    assertEquals(2, run.lines().size(), run.out());
    assertTrue(
        run.lines().get(0).startsWith("RST-1       MUST        1 case      The "), run.out());
  }

  @Test
  void nothingMatchedIsWrongUse() {
    assertEquals(
        new Run(2, "", "muxado: --case nope matches no case; see 'muxado list'\n"),
        Run.of("list", "--case", "nope"));
  }
}
