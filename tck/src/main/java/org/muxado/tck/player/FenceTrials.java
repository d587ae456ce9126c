package org.muxado.tck.player;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.muxado.tck.verdict.Verdict;
import org.muxado.vectors.conversation.Action.FenceKind;

/**
 * Which fences work with an implementation, and what came of those that do not.
 *
 * @param working the kinds that work
 * @param failures what came of each of the others, as the client
 * @param verdict what they make of a case that needs one: FAIL, or UNIMPLEMENTED where the adapter
 *     lacks an operation that one of them needs, or CRASHED where it broke down in one
 */
public record FenceTrials(Set<FenceKind> working, List<String> failures, Verdict verdict) {

  /** What is to blame before anything else that was found. */
  private static final List<Verdict> BLAMED = List.of(Verdict.CRASHED, Verdict.UNIMPLEMENTED);

  /** Copies the collections. */
  public FenceTrials {
    working = Set.copyOf(working);
    failures = List.copyOf(failures);
  }

  /** This kind alone is known, and works. */
  static FenceTrials only(FenceKind kind) {
    return new FenceTrials(Set.of(kind), List.of(), Verdict.FAIL);
  }

  /** What came of the trials together. */
  public static FenceTrials joined(List<FenceTrials> trials) {
    Set<FenceKind> working = EnumSet.noneOf(FenceKind.class);
    trials.forEach(trial -> working.addAll(trial.working()));
    List<String> failures = trials.stream().flatMap(trial -> trial.failures().stream()).toList();
    List<Verdict> found = trials.stream().map(FenceTrials::verdict).toList();
    Verdict verdict = BLAMED.stream().filter(found::contains).findFirst().orElse(Verdict.FAIL);
    return new FenceTrials(working, failures, verdict);
  }

  /** A fence could not be tried to its end; the text says why. */
  public static FenceTrials untried(String why) {
    return new FenceTrials(Set.of(), List.of(why), Verdict.FAIL);
  }

  /** Ends a case that cannot be judged, since no fence works. */
  CaseStopped noneWorks() {
    String expected = "a session in which some fence works";
    String actual = "none does in any: " + String.join(", ", failures);
    return CaseStopped.of(verdict, expected, actual);
  }
}
