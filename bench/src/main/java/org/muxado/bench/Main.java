package org.muxado.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The program that {@code bench/run} starts. */
@Command(
    name = "bench/run",
    mixinStandardHelpOptions = true,
    description = "Measures the library beside raw TCP and other multiplexers.",
    footer = "bench/run --jmh [ARGUMENT...] runs the JMH benchmarks instead.")
final class Main implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "W1", description = "Workloads: ${COMPLETION-CANDIDATES}; else all.")
  private List<Workload> workloads = List.of();

  @Option(names = "--quick", description = "Fewer and shorter rounds, for a first look.")
  private boolean quick;

  @Option(names = "--rounds", description = "How many rounds, 15 if not given.")
  private int rounds = 15;

  @Option(names = "--round-millis", description = "How long a round is, 200 if not given.")
  private int roundMillis = 200;

  @Option(names = "--memory", description = "Measures idle streams and sessions instead.")
  private boolean memory;

  @Option(names = "--alone", description = "The library alone, for a profiler to look at.")
  private boolean alone;

  @Option(names = "--go", hidden = true, description = "A Go program to measure beside.")
  private List<Path> goPrograms = List.of();

  /** Runs the command and exits. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    if (quick) {
      rounds = 5;
      roundMillis = 100;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(Machine.describe());
    if (memory) {
      IdleMemory.DEFAULT.print(out);
    } else {
      compare(out);
    }
    return 0;
  }

  private void compare(PrintWriter out) throws IOException {
    List<Contender> others = new ArrayList<>();
    try {
      for (Path program : goPrograms) {
        others.add(new GoProgram(program));
      }
      printTable(out, others);
    } finally {
      for (Contender other : others) {
        other.close();
      }
    }
  }

  private void printTable(PrintWriter out, List<Contender> others) throws IOException {
    List<Workload> wanted = workloads.isEmpty() ? List.of(Workload.values()) : workloads;
    out.printf("%d rounds of %d ms, contenders in turn; ratios to raw TCP%n", rounds, roundMillis);
    wanted.forEach(workload -> out.printf("%s: %s%n", workload, workload.description()));
    out.println();
    out.println(Results.heading());
    for (Workload workload : wanted) {
      long roundNanos = Duration.ofMillis(roundMillis).toNanos();
      Comparison comparison =
          alone
              ? Comparison.ofLibraryAlone(workload, roundNanos)
              : Comparison.of(workload, roundNanos, others);
      comparison.play(warmups(), rounds).lines().forEach(out::println);
      out.flush();
    }
  }

  /** About two seconds for each contender. */
  private int warmups() {
    return quick ? 5 : 2_000 / roundMillis;
  }
}
