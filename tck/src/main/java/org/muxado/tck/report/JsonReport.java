package org.muxado.tck.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muxado.spec.Requirement;
import org.muxado.spec.Requirements;
import org.muxado.tck.spi.ImplementationInfo;
import org.muxado.tck.suite.KitCase;
import org.muxado.tck.suite.RunResult;
import org.muxado.tck.verdict.CaseResult;
import org.muxado.tck.verdict.Failure;
import org.muxado.tck.verdict.Verdict;

/** Writes a run as JSON; {@code report.schema.json} beside this class describes it. Stateless. */
public final class JsonReport {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private JsonReport() {}

  /** The whole report. */
  record Report(
      int version,
      ImplementationInfo implementation,
      long durationMs,
      @JsonInclude(JsonInclude.Include.NON_NULL) RunResult.@Nullable Stopped stopped,
      Map<Verdict, Long> verdicts,
      List<CaseEntry> cases,
      List<RequirementEntry> requirements) {}

  /** One case. */
  record CaseEntry(
      String id,
      String title,
      String level,
      Verdict verdict,
      List<String> requirements,
      long durationMs,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FailureEntry failure) {}

  /** What went wrong in a case: the worst failure, the others, and what was seen. */
  record FailureEntry(
      Verdict verdict,
      String at,
      List<String> requirements,
      String expected,
      String actual,
      List<String> chunkings,
      List<OtherFailure> others,
      String transcript) {}

  /** A further failure of the same case. */
  record OtherFailure(
      Verdict verdict, String at, List<String> requirements, String expected, String actual) {}

  /** One requirement with the cases that test it. */
  record RequirementEntry(String id, String level, List<String> cases, RequirementStatus status) {}

  /**
   * Writes the report.
   *
   * @throws IOException if the writer fails
   */
  public static void write(RunResult run, Requirements requirements, Writer out)
      throws IOException {
    JSON.writeValue(out, report(run, requirements));
  }

  private static Report report(RunResult run, Requirements requirements) {
    Map<Verdict, Long> verdicts = new LinkedHashMap<>();
    for (Verdict verdict : Verdict.values()) {
      verdicts.put(verdict, run.count(verdict));
    }
    List<CaseEntry> cases = new ArrayList<>();
    for (int i = 0; i < run.results().size(); i++) {
      cases.add(entry(run.cases().get(i), run.results().get(i)));
    }
    return new Report(
        1,
        run.implementation(),
        millis(run.durationNanos()),
        run.stopped(),
        verdicts,
        cases,
        requirements.all().stream().map(r -> entry(r, run)).toList());
  }

  private static CaseEntry entry(KitCase kitCase, CaseResult result) {
    return new CaseEntry(
        kitCase.id(),
        kitCase.title(),
        kitCase.level().name(),
        result.verdict(),
        result.requirements(),
        millis(result.durationNanos()),
        result.failures().isEmpty() ? null : failure(result));
  }

  private static FailureEntry failure(CaseResult result) {
    List<Failure> failures = new ArrayList<>(result.failures());
    Failure worst =
        failures.stream().filter(f -> f.verdict() == result.verdict()).findFirst().orElseThrow();
    failures.remove(worst);
    return new FailureEntry(
        worst.verdict(),
        worst.at(),
        worst.requirements(),
        worst.expected(),
        worst.actual(),
        worst.chunkings(),
        failures.stream().map(JsonReport::other).toList(),
        result.transcript());
  }

  private static OtherFailure other(Failure failure) {
    return new OtherFailure(
        failure.verdict(),
        failure.at(),
        failure.requirements(),
        failure.expected(),
        failure.actual());
  }

  private static RequirementEntry entry(Requirement requirement, RunResult run) {
    String id = requirement.id();
    List<CaseResult> tests =
        run.results().stream().filter(r -> r.requirements().contains(id)).toList();
    return new RequirementEntry(
        id,
        requirement.level().label(),
        tests.stream().map(CaseResult::id).collect(Collectors.toList()),
        RequirementStatus.of(id, run));
  }

  private static long millis(long nanos) {
    return nanos / 1_000_000;
  }
}
