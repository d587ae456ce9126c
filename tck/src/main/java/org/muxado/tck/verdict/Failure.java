package org.muxado.tck.verdict;

import java.util.List;

/**
 * One thing that went wrong in a case.
 *
 * @param verdict what it makes of the case; never PASS
 * @param requirements the ids of the requirements that are not met; none where the case was only
 *     being prepared, or the kit failed
 * @param at where: {@code "step 8"}, {@code "never 2"}, {@code "monitor"}, {@code "start"} or
 *     {@code "end"}
 * @param expected what should have happened
 * @param actual what happened
 * @param chunkings in which chunkings of the kit's octets it was seen; empty where there are none
 */
public record Failure(
    Verdict verdict,
    List<String> requirements,
    String at,
    String expected,
    String actual,
    List<String> chunkings) {

  /** Copies the lists. */
  public Failure {
    requirements = List.copyOf(requirements);
    chunkings = List.copyOf(chunkings);
  }

  /** Where it is, as people read it; that a case was only being prepared is told. */
  public String place() {
    boolean isPreparation = requirements.isEmpty() && verdict != Verdict.KIT_ERROR;
    return isPreparation ? at + ", while preparing the case" : at;
  }

  /** Whether rules of the specification are shown to be broken; a crash shows none. */
  public boolean showsRules() {
    return verdict != Verdict.CRASHED && !requirements.isEmpty();
  }

  /** Whether the other failure tells the same fault, seen perhaps in other chunkings. */
  public boolean isSameFault(Failure other) {
    return verdict == other.verdict
        && at.equals(other.at)
        && requirements.equals(other.requirements);
  }

  /** The same failure, seen in other chunkings. */
  public Failure in(List<String> otherChunkings) {
    return new Failure(verdict, requirements, at, expected, actual, otherChunkings);
  }
}
