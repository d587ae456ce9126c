package org.muxado.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.muxado.tck.report.FailureText;
import org.muxado.tck.spi.Role;
import org.muxado.tck.suite.CaseCatalog;
import org.muxado.tck.suite.ConversationCase;
import org.muxado.tck.suite.Kit;
import org.muxado.tck.suite.KitCase;
import org.muxado.tck.suite.KitSettings;
import org.muxado.tck.verdict.CaseResult;
import org.muxado.tck.verdict.Verdict;
import org.muxado.vectors.conversation.Conversation.Chunking;
import org.muxado.vectors.conversation.Conversation.Side;

/**
 * The kit as the only tests of the mutated library (docs/mutation.md): one test for each area,
 * which stops at the first case that does not pass; one chunking, one role. Surefire does not run
 * it; {@link BundledConformanceTest} is the suite for people.
 */
class KitAlone {

  private static final double TIME_FACTOR = 0.3;

  /** How long a thread of a case that has ended may still run. */
  private static final int SPIN_MILLIS = 20;

  /** The exit code by which the mutation tool knows a time-out. */
  private static final int TIMED_OUT = 14;

  private static final Pattern LIBRARY_THREAD = Pattern.compile("muxado-(client|server)-");

  private static final List<KitCase> CASES =
      CaseCatalog.packaged().cases().stream().filter(KitAlone::isPlayed).toList();

  /** A kit of its own for each area: what it found out about another mutant must not count. */
  private static Kit kit(Chunking chunking) {
    return new Kit(new BundledImplementation(), new KitSettings(TIME_FACTOR, Set.of(chunking)));
  }

  /** Where a case is for both roles, the client stands for both. */
  private static boolean isPlayed(KitCase kitCase) {
    return !(kitCase instanceof ConversationCase c)
        || c.conversation().role() != Side.BOTH
        || c.role() == Role.CLIENT;
  }

  private static String area(KitCase kitCase) {
    return kitCase.id().substring(0, kitCase.id().indexOf('/'));
  }

  private static void play(Chunking chunking, String area) {
    Kit kit = kit(chunking);
    List<KitCase> cases = CASES.stream().filter(c -> area(c).equals(area)).toList();
    assertFalse(cases.isEmpty(), area);
    for (KitCase kitCase : cases) {
      CaseResult result = kit.run(kitCase);
      if (result.verdict() != Verdict.PASS) {
        dieIfAThreadSpins();
      }
      assertEquals(
          Verdict.PASS, result.verdict(), () -> FailureText.of(kitCase, result, kit.rules()));
    }
  }

  /**
   * A mutant that loops for ever leaves its thread behind, which would slow down all that follow.
   * The mutation tool then starts another machine, and counts the mutant as timed out.
   */
  private static void dieIfAThreadSpins() {
    boolean spins =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> LIBRARY_THREAD.matcher(thread.getName()).lookingAt())
            .anyMatch(KitAlone::spins);
    if (spins) {
      Runtime.getRuntime().halt(TIMED_OUT);
    }
  }

  private static boolean spins(Thread thread) {
    try {
      thread.join(SPIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return thread.getState() == Thread.State.RUNNABLE;
  }

  @Test
  void frames() {
    play(Chunking.OCTETS, "frames");
  }

  @Test
  void wire() {
    play(Chunking.WHOLE, "wire");
  }

  @Test
  void ids() {
    play(Chunking.WHOLE, "ids");
  }

  @Test
  void accept() {
    play(Chunking.WHOLE, "accept");
  }

  @Test
  void lifecycle() {
    play(Chunking.WHOLE, "lifecycle");
  }

  @Test
  void errors() {
    play(Chunking.WHOLE, "errors");
  }

  @Test
  void flow() {
    play(Chunking.WHOLE, "flow");
  }

  @Test
  void goaway() {
    play(Chunking.WHOLE, "goaway");
  }

  @Test
  void retry() {
    play(Chunking.WHOLE, "retry");
  }

  @Test
  void end() {
    play(Chunking.WHOLE, "end");
  }

  @Test
  void session() {
    play(Chunking.WHOLE, "session");
  }

  @Test
  void priority() {
    play(Chunking.WHOLE, "priority");
  }

  @Test
  void extensions() {
    play(Chunking.WHOLE, "extensions");
  }

  @Test
  void heartbeat() {
    play(Chunking.WHOLE, "heartbeat");
  }

  @Test
  void limit() {
    play(Chunking.WHOLE, "limit");
  }

  @Test
  void quirk() {
    play(Chunking.WHOLE, "quirk");
  }
}
