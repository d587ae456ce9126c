package org.muxado.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays one workload with all contenders, round by round in turn: what disturbs the machine
 * disturbs them alike. For one thread.
 */
final class Comparison {

  private final Workload workload;
  private final long roundNanos;
  private final List<Contender> contenders = new ArrayList<>();

  /**
   * Takes the contenders that suit the workload.
   *
   * @param others beside raw TCP and the library
   */
  Comparison(Workload workload, long roundNanos, List<Contender> others) {
    this.workload = workload;
    this.roundNanos = roundNanos;
    add(Callers.PLATFORM);
    if (workload == Workload.W2 && Callers.VIRTUAL.exist()) {
      add(Callers.VIRTUAL);
    }
    contenders.addAll(others);
  }

  private void add(Callers callers) {
    contenders.add(InJava.raw(callers));
    contenders.add(InJava.muxado(callers));
  }

  /** Plays rounds, the first ones to warm up. */
  Results play(int warmups, int rounds) throws IOException {
    Results warm = new Results(workload);
    playInto(warm, warmups);
    Results results = new Results(workload);
    playInto(results, rounds);
    return results;
  }

  private void playInto(Results results, int rounds) throws IOException {
    for (int round = 0; round < rounds; round++) {
      for (Contender contender : contenders) {
        results.add(contender, contender.play(workload, roundNanos));
      }
    }
  }
}
