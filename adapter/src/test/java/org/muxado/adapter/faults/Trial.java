package org.muxado.adapter.faults;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.muxado.adapter.faults.planting.Fault;
import org.muxado.adapter.faults.planting.FaultyImplementation;
import org.muxado.tck.suite.CaseCatalog;
import org.muxado.tck.suite.Kit;
import org.muxado.tck.suite.KitCase;
import org.muxado.tck.suite.KitSettings;
import org.muxado.tck.verdict.CaseResult;
import org.muxado.tck.verdict.Failure;
import org.muxado.tck.verdict.Verdict;
import org.muxado.vectors.conversation.Conversation.Chunking;

/** Plays the cases that name a fault against the library with that fault. Used by one thread. */
final class Trial {

  /** The kit's cases, each in one role. */
  static final List<KitCase> CASES =
      CaseCatalog.packaged().cases().stream()
          .filter(kitCase -> !kitCase.id().endsWith("@server"))
          .toList();

  private static final Set<Verdict> FOUND =
      Set.of(Verdict.FAIL, Verdict.NON_STRICT, Verdict.CRASHED);

  /** Silence is waited for as long as this part of the watchdog; the rest ends by itself. */
  private static final double SILENCE = 0.1;

  private final Fault fault;

  Trial(Fault fault) {
    this.fault = fault;
  }

  /** What missed the fault: a line for each case, with what it saw. */
  List<String> misses() {
    Set<String> caughtBy = new HashSet<>();
    List<CaseResult> passed = new ArrayList<>();
    Kit whole = kit(EnumSet.of(Chunking.WHOLE));
    for (KitCase kitCase : cases()) {
      CaseResult result = whole.run(kitCase);
      if (isCaught(result) || isCaught(kit(EnumSet.allOf(Chunking.class)).run(kitCase))) {
        caughtBy.add(source(result.id()));
      } else {
        passed.add(result);
      }
    }
    return passed.stream()
        .filter(result -> !caughtBy.contains(source(result.id())))
        .map(result -> result.id() + ": " + result.verdict() + " " + result.failures())
        .toList();
  }

  /** The cases that say that they catch the fault. */
  List<KitCase> cases() {
    return CASES.stream().filter(kitCase -> kitCase.catches().contains(fault.id())).toList();
  }

  private Kit kit(Set<Chunking> chunkings) {
    double patience = fault.silent() ? SILENCE : 1;
    return new Kit(new FaultyImplementation(fault), new KitSettings(patience, chunkings));
  }

  private boolean isCaught(CaseResult result) {
    Set<Verdict> verdicts = new LinkedHashSet<>();
    result.failures().forEach((Failure failure) -> verdicts.add(failure.verdict()));
    boolean isSilent = fault.silent() && verdicts.contains(Verdict.HUNG);
    return !verdicts.contains(Verdict.KIT_ERROR)
        && (isSilent || verdicts.stream().anyMatch(FOUND::contains));
  }

  /** A frame vector is one source of several cases; one of them is enough. */
  private static String source(String id) {
    return id.startsWith("frames/") ? id.replaceAll("/(decode|encode|wire)$", "") : id;
  }
}
