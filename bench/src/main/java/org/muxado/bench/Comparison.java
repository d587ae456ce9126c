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

  private Comparison(Workload workload, long roundNanos) {
    this.workload = workload;
    this.roundNanos = roundNanos;
  }

  /** Raw TCP, the library, and others. */
  static Comparison of(Workload workload, long roundNanos, List<Contender> others) {
    Comparison all = new Comparison(workload, roundNanos);
    for (Callers callers : callers(workload)) {
      all.contenders.add(InJava.raw(callers));
      all.contenders.add(InJava.muxado(callers));
    }
    all.contenders.addAll(others);
    return all;
  }

  /** The library and nothing else, for a profiler to look at. */
  static Comparison ofLibraryAlone(Workload workload, long roundNanos) {
    Comparison alone = new Comparison(workload, roundNanos);
    callers(workload).forEach(callers -> alone.contenders.add(InJava.muxado(callers)));
    return alone;
  }

  private static List<Callers> callers(Workload workload) {
    boolean both = workload.workers() > 1 && Callers.VIRTUAL.exist();
    return both ? List.of(Callers.values()) : List.of(Callers.PLATFORM);
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
