package org.muxado.tck.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muxado.tck.broken.BrokenImplementation;
import org.muxado.tck.expect.CasePattern;
import org.muxado.tck.suite.CaseCatalog;
import org.muxado.tck.suite.Kit;
import org.muxado.tck.suite.KitCase;
import org.muxado.tck.suite.KitSettings;
import org.muxado.tck.suite.RunResult;
import org.muxado.tck.toy.ToyImplementation;
import org.muxado.tck.verdict.CaseResult;
import org.muxado.tck.verdict.Verdict;

class ConformanceRunTest {

  private static final List<KitCase> CASES =
      CaseCatalog.packaged().select(CasePattern.of("lifecycle/*-half-closed-both-ways"));

  private final List<String> events = new ArrayList<>();

  private final RunListener listener =
      new RunListener() {
        @Override
        public void runStarted(int caseCount) {
          events.add("run of " + caseCount);
        }

        @Override
        public void caseStarted(KitCase kitCase) {
          events.add("start " + kitCase.id());
        }

        @Override
        public void caseFinished(KitCase kitCase, CaseResult result) {
          events.add(result.verdict() + " " + kitCase.id());
        }
      };

  @Test
  void tellsWhatHappensInOrder() {
    Kit kit = new Kit(new ToyImplementation(), KitSettings.DEFAULTS);
    List<KitCase> two = CASES.subList(0, 2);
    RunResult run = new ConformanceRun(kit, two, 1).execute(listener);
    assertEquals(
        List.of(
            "run of 2",
            "start " + two.get(0).id(),
            "PASS " + two.get(0).id(),
            "start " + two.get(1).id(),
            "PASS " + two.get(1).id()),
        events);
    assertEquals(2, run.count(Verdict.PASS));
    assertEquals("toy", run.implementation().name());
  }

  @Test
  void keepsTheOrderOfTheCasesWhenTheyRunAtOnce() {
    Kit kit = new Kit(new ToyImplementation(), KitSettings.DEFAULTS);
    RunResult run = new ConformanceRun(kit, CASES, 4).execute(listener);
    assertEquals(
        CASES.stream().map(KitCase::id).toList(),
        run.results().stream().map(CaseResult::id).toList());
    assertEquals(1 + 2 * CASES.size(), events.size());
  }

  @Test
  void aFailingCaseDoesNotEndTheRun() {
    Kit kit = new Kit(BrokenImplementation.THROWS_AT_START, KitSettings.DEFAULTS);
    RunResult run = new ConformanceRun(kit, CASES, 1).execute(listener);
    assertEquals(CASES.size(), run.count(Verdict.CRASHED));
  }

  @Test
  void aRunOfNothingIsEmpty() {
    Kit kit = new Kit(new ToyImplementation(), KitSettings.DEFAULTS);
    assertEquals(List.of(), new ConformanceRun(kit, List.of(), 1).execute(listener).results());
    assertEquals(List.of("run of 0"), events);
  }

  @Test
  void refusesToRunNoCaseAtATime() {
    Kit kit = new Kit(new ToyImplementation(), KitSettings.DEFAULTS);
    assertThrows(IllegalArgumentException.class, () -> new ConformanceRun(kit, CASES, 0));
  }
}
