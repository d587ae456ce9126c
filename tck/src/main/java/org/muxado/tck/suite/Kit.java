package org.muxado.tck.suite;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muxado.spec.Requirements;
import org.muxado.tck.player.Calibration;
import org.muxado.tck.player.CallWatch;
import org.muxado.tck.player.FenceTrials;
import org.muxado.tck.player.Player;
import org.muxado.tck.player.RuleBook;
import org.muxado.tck.spi.Capability;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.verdict.CaseResult;
import org.muxado.tck.verdict.Failure;
import org.muxado.tck.verdict.Verdict;
import org.muxado.vectors.conversation.Action.FenceKind;

/**
 * Runs cases against one implementation. Thread-safe; several cases may run at once. Which fences
 * work is found out once, before the first conversation.
 */
public final class Kit {

  private static final RuleBook RULES = new SpecRules(Requirements.load());

  private final Implementation implementation;
  private final KitSettings settings;
  private final Supervisor supervisor;
  private @Nullable Player player;

  /** Makes a kit; nothing is called yet. */
  public Kit(Implementation implementation, KitSettings settings) {
    this.implementation = implementation;
    this.settings = settings;
    supervisor = new Supervisor(settings.watchdogNanos());
  }

  /** The implementation under test. */
  public Implementation implementation() {
    return implementation;
  }

  /** The text and level of requirements. */
  public RuleBook rules() {
    return RULES;
  }

  /** Runs one case in all its chunkings. */
  public CaseResult run(KitCase kitCase) {
    long startNanos = System.nanoTime();
    Findings findings = new Findings();
    Set<Capability> missing = EnumSet.noneOf(Capability.class);
    missing.addAll(kitCase.needs());
    missing.removeAll(implementation.capabilities());
    if (!missing.isEmpty()) {
      findings.add(skipped(kitCase, missing), "");
    } else if (kitCase instanceof ConversationCase conversation) {
      new ConversationRun(player(), supervisor, settings).run(conversation, findings);
    } else if (kitCase instanceof CodecCase codec) {
      new CodecRun(implementation, supervisor).run(codec, findings);
    }
    return findings.result(kitCase, System.nanoTime() - startNanos);
  }

  private static String names(Set<Capability> capabilities) {
    return capabilities.stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
  }

  private static Failure skipped(KitCase kitCase, Set<Capability> missing) {
    return new Failure(
        Verdict.SKIPPED,
        kitCase.requirements(),
        "start",
        "an adapter that declares " + names(kitCase.needs()),
        "the adapter does not declare " + names(missing),
        List.of());
  }

  private synchronized Player player() {
    if (player == null) {
      player = new Player(implementation, RULES, calibrate(), settings.watchdogNanos());
    }
    return player;
  }

  /** All at once, since each may have to wait for what never comes. */
  private FenceTrials calibrate() {
    List<FenceKind> kinds = List.of(FenceKind.values());
    List<Callable<FenceTrials>> trials =
        kinds.stream().<Callable<FenceTrials>>map(kind -> () -> trial(kind)).toList();
    List<FenceTrials> found = new ArrayList<>(Supervisor.all(trials));
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).verdict() == Verdict.CRASHED) {
        // A program that broke down took the other trials along.
        found.set(i, trial(kinds.get(i)));
      }
    }
    return FenceTrials.joined(found);
  }

  /** A fence does not work with an implementation whose calls do not return. */
  private FenceTrials trial(FenceKind kind) {
    CallWatch watch = new CallWatch();
    long watchdogNanos = settings.watchdogNanos();
    try {
      return supervisor.run(
          () -> Calibration.of(kind, implementation, watchdogNanos, watch), watch);
    } catch (Supervisor.StuckException e) {
      return FenceTrials.untried(e.getMessage() + ", and it does not");
    }
  }
}
