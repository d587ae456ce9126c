package org.muxado.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The rounds of one workload, and its lines of the table. For one thread. */
final class Results {

  private final Workload workload;
  private final Map<Contender, List<Sample>> samples = new LinkedHashMap<>();

  Results(Workload workload) {
    this.workload = workload;
  }

  /** Adds what a contender did in the round that goes on; each round has one of each. */
  void add(Contender contender, Sample sample) {
    samples.computeIfAbsent(contender, c -> new ArrayList<>()).add(sample);
  }

  static String heading() {
    return ("| | contender | median | ratio | quartiles of the ratio | processor time |%n"
            + "|---|---|--:|--:|--:|--:|")
        .formatted();
  }

  /** One line for each contender; ratios are taken round by round. */
  List<String> lines() {
    return samples.keySet().stream().map(this::line).toList();
  }

  private String line(Contender contender) {
    List<Sample> own = samplesOf(contender.name());
    double cpuNanos = median(own, Sample::cpuNanosEach);
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s |",
        workload,
        contender.name(),
        rate(median(own, Sample::perSecond)),
        ratios(contender),
        workload.bulk() ? micros(cpuNanos * 1e6) + "/MB" : micros(cpuNanos));
  }

  private String ratios(Contender contender) {
    if (samplesOf(contender.baseline()).isEmpty()) {
      return "- | -";
    }
    Quartiles ratio = ratio(contender);
    return String.format(
        Locale.ROOT, "%.2f | %.2f to %.2f", ratio.median(), ratio.lower(), ratio.upper());
  }

  private String rate(double perSecond) {
    return workload.bulk()
        ? String.format(Locale.ROOT, "%,.0f MB/s", perSecond / 1e6)
        : String.format(Locale.ROOT, "%,.0f /s", perSecond);
  }

  private static String micros(double nanos) {
    return String.format(Locale.ROOT, "%,.1f us", nanos / 1e3);
  }

  private static double median(List<Sample> samples, ToDoubleFunction<Sample> of) {
    return Quartiles.of(samples.stream().mapToDouble(of).boxed().toList()).median();
  }

  /** The ratio of a contender to the raw TCP of its kind. */
  Quartiles ratio(Contender contender) {
    List<Sample> own = samplesOf(contender.name());
    List<Sample> raw = samplesOf(contender.baseline());
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < own.size(); round++) {
      ratios.add(own.get(round).perSecond() / raw.get(round).perSecond());
    }
    return Quartiles.of(ratios);
  }

  private List<Sample> samplesOf(String name) {
    return samples.entrySet().stream()
        .filter(entry -> entry.getKey().name().equals(name))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(List.of());
  }
}
