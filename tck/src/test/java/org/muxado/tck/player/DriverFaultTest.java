package org.muxado.tck.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muxado.tck.external.ExternalImplementation;
import org.muxado.tck.external.Fakes;
import org.muxado.tck.spi.Role;
import org.muxado.tck.suite.CaseCatalog;
import org.muxado.tck.suite.Kit;
import org.muxado.tck.suite.KitSettings;
import org.muxado.tck.verdict.Failure;
import org.muxado.tck.verdict.Verdict;
import org.muxado.vectors.conversation.Action.FenceKind;
import org.muxado.vectors.conversation.Conversation;
import org.muxado.vectors.conversation.Conversation.Chunking;

/** A program that fails in a case makes it CRASHED, and its own words say why. */
@Timeout(60)
class DriverFaultTest {

  private static final Conversation OPENS =
      Cases.withHead("echo: false", "app: {open: a}", "expect: {SYN: {stream: a}}");
  private static final Conversation ONLY_LISTENS =
      Cases.withHead("echo: false", "expect: {RST: {}}");

  private static Failure worst(String fault, Conversation conversation) {
    try (ExternalImplementation program = Fakes.patient(fault)) {
      return Cases.playPatiently(program, conversation, Role.CLIENT, Chunking.WHOLE)
          .failures()
          .get(0);
    }
  }

  private static void assertTold(Failure failure, String words) {
    assertEquals(Verdict.CRASHED, failure.verdict(), failure::toString);
    assertTrue(failure.actual().contains(words), failure.actual());
    assertFalse(failure.actual().contains("\tat "), failure.actual());
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit-at-start", "exit-at-open", "exit-at-terminated"})
  void quotesExitCodeAndLastWords(String fault) {
    Failure failure = worst(fault, OPENS);
    assertTold(failure, "The program exited with code 3");
    assertTold(failure, "panic: out of beans");
  }

  /** It used to FAIL: the octets that were missing came first, the exit code a moment later. */
  @Test
  void anExitIsBehindTheOutputThatEnded() {
    Failure failure = worst("exit-at-terminated", ONLY_LISTENS);
    assertEquals("step 1", failure.at());
    assertEquals("RST", failure.expected());
    assertTold(failure, "The program exited with code 3");
  }

  /** So did a program that was ended because it wrote nonsense. */
  @Test
  void aBadAnswerIsBehindTheOutputThatEnded() {
    assertTold(worst("garbage-at-terminated", ONLY_LISTENS), "answer to terminated: not JSON");
  }

  /** The echo stream's accept comes before the first step. */
  @ParameterizedTest
  @ValueSource(strings = {"exit-at-accept", "garbage-at-accept"})
  void aFaultBeforeTheFirstStepIsToldToo(String fault) {
    Failure failure = worst(fault, Cases.of("app: {open: a}"));
    assertEquals("start", failure.at());
    assertTold(failure, "The program ");
  }

  /** It used to FAIL, since no fence works. */
  @Test
  void aProgramThatAlwaysFailsIsCrashedInEachCase() {
    try (ExternalImplementation program = Fakes.patient("exit-at-terminated")) {
      FenceTrials trials =
          Calibration.of(FenceKind.WIRE, program, 20_000_000_000L, new CallWatch());
      CaseStopped stopped = trials.noneWorks();
      assertEquals(Verdict.CRASHED, stopped.verdict());
      assertTrue(String.valueOf(stopped.getMessage()).contains("exited with code 3"));
      assertFalse(String.valueOf(stopped.getMessage()).contains("\tat "));
    }
  }

  /** It used to be HUNG: the kit gave the call up before the program's time was over. */
  @Test
  void aStartThatHangsIsCrashed() {
    KitSettings impatient = new KitSettings(0.02, KitSettings.DEFAULTS.chunkings());
    try (ExternalImplementation program = Fakes.hurriedStarts("hang-start")) {
      Failure failure =
          new Kit(program, impatient)
              .run(CaseCatalog.packaged().find("wire/unknown-type/0@server").orElseThrow())
              .failures()
              .get(0);
      assertEquals("start", failure.at());
      assertTold(failure, "The program did not answer start within 300 ms");
    }
  }
}
