package org.muxado.adapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints what a mutation run gave, by package and in total, from its CSV report. Started by the
 * build's {@code mutation} profile (docs/mutation.md) with pairs of a title and a report.
 */
final class MutationTable {

  private static final int CLASS = 1;

  private static final int STATUS = 5;

  private static final String ROW = "%-24s%9s%9s%11s%10s%13s%9s%n";

  /** What became of a mutant. */
  private enum Fate {
    KILLED,
    TIMED_OUT,
    SURVIVED,
    NO_COVERAGE;

    /** A mutant that broke the virtual machine was detected by that. */
    static Fate of(String status) {
      return switch (status) {
        case "SURVIVED" -> SURVIVED;
        case "NO_COVERAGE" -> NO_COVERAGE;
        case "TIMED_OUT" -> TIMED_OUT;
        case "KILLED", "MEMORY_ERROR", "RUN_ERROR", "NON_VIABLE" -> KILLED;
        default -> throw new IllegalArgumentException("status " + status);
      };
    }
  }

  private MutationTable() {}

  /** Prints a table for each pair of a title and the path of a report. */
  public static void main(String[] args) throws IOException {
    for (int i = 0; i < args.length; i += 2) {
      System.out.println();
      System.out.print(table(args[i], Files.readAllLines(Path.of(args[i + 1]))));
    }
  }

  /** The table of a report's lines. */
  static String table(String title, List<String> report) {
    Map<String, Map<Fate, Integer>> packages = new TreeMap<>();
    Map<Fate, Integer> total = new EnumMap<>(Fate.class);
    for (String line : report) {
      String[] fields = line.split(",", -1);
      String name = fields[CLASS].substring(0, fields[CLASS].lastIndexOf('.'));
      Fate fate = Fate.of(fields[STATUS]);
      packages.computeIfAbsent(name, n -> new EnumMap<>(Fate.class)).merge(fate, 1, Integer::sum);
      total.merge(fate, 1, Integer::sum);
    }
    List<String> rows = new ArrayList<>();
    rows.add(
        ROW.formatted(title, "mutants", "killed", "timed out", "survived", "no coverage", "score"));
    packages.forEach((name, fates) -> rows.add(row(name, fates)));
    rows.add(row("total", total));
    return String.join("", rows);
  }

  private static String row(String name, Map<Fate, Integer> fates) {
    int mutants = fates.values().stream().mapToInt(Integer::intValue).sum();
    int detected = count(fates, Fate.KILLED) + count(fates, Fate.TIMED_OUT);
    return ROW.formatted(
        name,
        mutants,
        count(fates, Fate.KILLED),
        count(fates, Fate.TIMED_OUT),
        count(fates, Fate.SURVIVED),
        count(fates, Fate.NO_COVERAGE),
        mutants == 0 ? "-" : "%d %%".formatted(100 * detected / mutants));
  }

  private static int count(Map<Fate, Integer> fates, Fate fate) {
    return fates.getOrDefault(fate, 0);
  }
}
