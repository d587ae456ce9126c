package org.muxado.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainCommandTest {

  @Test
  void explainsARequirement() {
    List<String> lines = Run.of("explain", "FLOW-1").lines();

    assertEquals(
        List.of(
            "FLOW-1  MUST  (spec/muxado-v1.md, section 10.1; binds each endpoint)",
            "",
            "  Each direction of each stream MUST begin with a window of 65,536 octets.",
            "",
            "Cases:"),
        lines.subList(0, 5));
  }

  @Test
  void saysWhyARequirementHasNoCase() {
    List<String> lines = Run.of("explain", "SESS-2").lines();

    assertEquals(
        List.of(
            "No case tests it: who dialled cannot be seen in the frames; the kit assigns the",
            "roles."),
        lines.subList(lines.size() - 2, lines.size()));
  }

  @Test
  void explainsAConversationByItsIdWithARole() {
    String id = "goaway/retry-splits-at-last-id";
    Run run = Run.of("explain", id + "@client");

    assertEquals(0, run.exitCode());
    assertEquals(id + "  MUST", run.lines().get(0));
    assertTrue(run.out().contains("\n  GOAWAY-16\n    After it has received a GOAWAY,"), run.out());
    assertTrue(run.out().contains("\nMust catch: goaway-last-off-by-one,"), run.out());
    assertTrue(run.out().endsWith("\nRun it: muxado run --case '" + id + "'\n"), run.out());
  }

  @Test
  void explainsAFrameVectorByItsIdWithADirection() {
    Run run = Run.of("explain", "frames/rst/cancel/encode");

    assertTrue(
        run.out().startsWith("frames/rst/cancel  MUST\n(frame vector, to decode and encode)"));
    assertTrue(
        run.out().endsWith("\nRun it: muxado run --case 'frames/rst/cancel/*'\n"), run.out());
  }

  @Test
  void explainsSeveralWithALineBetween() {
    Run run = Run.of("explain", "SESS-1", "SESS-2");

    assertTrue(run.out().contains(".\n\nSESS-2  MUST"), run.out());
  }

  @Test
  void takesPatternsAndAnyCaseOfLetters() {
    assertEquals(Run.of("explain", "FLOW-1"), Run.of("explain", "flow-1"));
    Run run = Run.of("explain", "hb-*");
    assertTrue(run.out().startsWith("HB-1  "), run.out());
    assertTrue(run.out().contains("\n\nHB-2  "), run.out());
    List<String> heads =
        Run.of("explain", "Frames/rst/*/decode").lines().stream()
            .filter(line -> line.startsWith("frames/rst/"))
            .toList();
    assertTrue(heads.contains("frames/rst/cancel  MUST") && heads.size() > 1, heads.toString());
  }

  @Test
  void suggestsSimilarIds() {
    assertEquals(
        new Run(
            2,
            "",
            "muxado: no requirement or case has the id splits-at; did you mean"
                + " goaway/retry-splits-at-last-id?\n"),
        Run.of("explain", "splits-at"));
  }

  @Test
  void pointsToTheListsWhenNothingIsSimilar() {
    assertEquals(
        new Run(
            2,
            "",
            "muxado: no requirement or case has the id zebra; see 'muxado list' and"
                + " 'muxado list --requirements'\n"),
        Run.of("explain", "zebra"));
  }
}
