package org.muxado.tck.player;

import java.util.ArrayList;
import java.util.List;
import org.muxado.tck.clock.ManualClock;
import org.muxado.tck.monitor.Finding;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.Role;
import org.muxado.tck.transcript.Transcript;
import org.muxado.tck.verdict.Failure;
import org.muxado.tck.verdict.Verdict;
import org.muxado.vectors.Level;
import org.muxado.vectors.conversation.Conversation;
import org.muxado.vectors.conversation.Conversation.Chunking;
import org.muxado.vectors.conversation.Step;

/**
 * Plays conversations against one implementation. Any thread may play, and several at once; each
 * playing is one session and stays on the calling thread.
 */
public final class Player {

  private final Implementation implementation;
  private final RuleBook rules;
  private final long watchdogNanos;
  private final FenceTrials fences;

  /**
   * Makes a player.
   *
   * @param fences which fences work, as {@link Calibration} found
   * @param watchdogNanos how long something that must come may take
   */
  public Player(
      Implementation implementation, RuleBook rules, FenceTrials fences, long watchdogNanos) {
    this.implementation = implementation;
    this.rules = rules;
    this.fences = fences;
    this.watchdogNanos = watchdogNanos;
  }

  /**
   * Plays a conversation once. An exception of the kit itself, or a stack overflow, is a KIT_ERROR;
   * any other {@link Error} is thrown on.
   *
   * @param role the side of the implementation
   * @param transcript takes what happens
   * @param watch shows which call is running meanwhile
   */
  public Played play(
      Conversation conversation,
      Role role,
      Chunking chunking,
      Transcript transcript,
      CallWatch watch) {
    Scene.Setting setting =
        new Scene.Setting(conversation.wireCapacity(), chunking, watchdogNanos, watch);
    List<Failure> failures = new Performance(conversation, role, setting, transcript).perform();
    return new Played(failures, failures.isEmpty() ? "" : transcript.render());
  }

  /** One playing. */
  private final class Performance {

    private final Conversation conversation;
    private final Role role;
    private final Scene.Setting setting;
    private final Transcript transcript;
    private final List<Failure> failures = new ArrayList<>();
    private String at = "start";
    private Level level;
    private boolean preparing;

    Performance(
        Conversation conversation, Role role, Scene.Setting setting, Transcript transcript) {
      this.conversation = conversation;
      level = conversation.level();
      this.role = role;
      this.setting = setting;
      this.transcript = transcript;
    }

    List<Failure> perform() {
      guard(this::performInScene);
      if (fences.working().isEmpty() && failures.stream().allMatch(Performance::isLenient)) {
        failures.add(noSignOfLife());
      }
      return failures;
    }

    private static boolean isLenient(Failure failure) {
      return failure.verdict() == Verdict.NON_STRICT;
    }

    /** Who crashes, closes or is silent in every session passes nothing, whatever a case asks. */
    private Failure noSignOfLife() {
      return fences.noneWorks().at("start", conversation.requirements(), true);
    }

    private void performInScene() {
      ManualClock clock = new ManualClock();
      try (Scene scene =
          new Scene(
              implementation,
              role,
              setting,
              Options.of(conversation.options(), clock),
              clock,
              transcript)) {
        perform(scene);
        if (failures.stream().anyMatch(Performance::leavesWordsUnsaid)) {
          scene.application().noteLastWords();
        }
      }
    }

    /** A crash tells the last words itself. */
    private static boolean leavesWordsUnsaid(Failure failure) {
      return switch (failure.verdict()) {
        case NON_STRICT, FAIL, HUNG -> true;
        case PASS, SKIPPED, UNIMPLEMENTED, CRASHED, KIT_ERROR -> false;
      };
    }

    private void perform(Scene scene) {
      guardIn(
          scene,
          () -> {
            Stage stage = new Stage(scene, new Fences(scene, fences, conversation.echo()));
            CaseEnd end = new CaseEnd(stage);
            guardIn(scene, () -> playPatiently(stage, end));
            failures.addAll(new NeverJudge(stage, end.tailPlace()).judge(conversation));
          });
      scene.monitor().findings().forEach(finding -> failures.add(failureOf(finding)));
    }

    /** What is only recommended may stay away; then a fence shows that nothing hangs. */
    private void playPatiently(Stage stage, CaseEnd end) {
      try {
        playSteps(stage, end);
      } catch (CaseStopped e) {
        boolean isRecommended = level == Level.SHOULD;
        if (e.verdict() == Verdict.HUNG && isRecommended && end.isAlive()) {
          throw e.asFailed();
        }
        throw e;
      }
    }

    private void playSteps(Stage stage, CaseEnd end) {
      try {
        playInOrder(new StepPlayer(stage));
      } catch (ToleratedEnd e) {
        stage.exchange().flush();
      }
      at = "end";
      preparing = false;
      level = conversation.level();
      end.play();
    }

    private void playInOrder(StepPlayer player) {
      for (Step step : conversation.steps()) {
        at = step.label();
        preparing = step.number() <= conversation.preparation();
        level = step.level();
        player.play(step);
      }
    }

    private void guardIn(Scene scene, Runnable part) {
      guard(
          () -> {
            try {
              part.run();
            } catch (CaseStopped e) {
              throw scene.causeOf(e);
            }
          });
    }

    private void guard(Runnable part) {
      try {
        part.run();
      } catch (CaseStopped e) {
        boolean strict = level == Level.MUST;
        List<String> tested = preparing ? List.of() : conversation.requirements();
        failures.add(e.at(at, tested, strict));
      } catch (RuntimeException | StackOverflowError e) {
        failures.add(kitError(e));
      }
    }

    private Failure kitError(Throwable e) {
      return new Failure(
          Verdict.KIT_ERROR, List.of(), at, "the kit to work", StackText.of(e), List.of());
    }

    private Failure failureOf(Finding finding) {
      Verdict verdict = rules.isMust(finding.requirement()) ? Verdict.FAIL : Verdict.NON_STRICT;
      return new Failure(
          verdict,
          List.of(finding.requirement()),
          "monitor",
          rules.text(finding.requirement()),
          finding.message(),
          List.of());
    }
  }
}
