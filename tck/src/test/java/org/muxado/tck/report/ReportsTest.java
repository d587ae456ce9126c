package org.muxado.tck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.muxado.spec.Requirements;
import org.muxado.tck.spi.ImplementationInfo;
import org.muxado.tck.suite.CaseCatalog;
import org.muxado.tck.suite.Kit;
import org.muxado.tck.suite.KitCase;
import org.muxado.tck.suite.KitSettings;
import org.muxado.tck.suite.RunResult;
import org.muxado.tck.toy.ToyImplementation;
import org.muxado.tck.verdict.CaseResult;
import org.muxado.tck.verdict.Failure;
import org.muxado.tck.verdict.Verdict;
import org.w3c.dom.Element;

class ReportsTest {

  private static final KitCase CASE =
      CaseCatalog.packaged()
          .find("flow/overflow-is-a-stream-error-with-frames-in-flight@client")
          .orElseThrow();

  private final Kit kit = new Kit(new ToyImplementation(), KitSettings.DEFAULTS);

  private static Failure failure(Verdict verdict, String... requirements) {
    return new Failure(
        verdict,
        List.of(requirements),
        "step 6",
        "RST stream 5",
        "GOAWAY \u0000 <&>",
        List.of("whole", "octets"));
  }

  private static CaseResult result(Failure... failures) {
    Verdict worst = Verdict.PASS;
    for (Failure failure : failures) {
      worst = worst.worse(failure.verdict());
    }
    String transcript = failures.length == 0 ? "" : "   0  kit  ->  SYN stream 5\n";
    return new CaseResult(
        CASE.id(), CASE.requirements(), worst, List.of(failures), transcript, 1_234_567_890L);
  }

  private static RunResult run(CaseResult... results) {
    List<KitCase> cases = new ArrayList<>();
    for (int i = 0; i < results.length; i++) {
      cases.add(CASE);
    }
    ImplementationInfo info = new ImplementationInfo("toy", "1", "Java", "");
    return new RunResult(info, cases, List.of(results), 2_000_000_000L);
  }

  @Test
  void theTextNamesRequirementStepExpectedAndActual() {
    String text = FailureText.of(CASE, result(failure(Verdict.FAIL, "LIFE-7")), kit.rules());
    assertTrue(text.startsWith("FAIL " + CASE.id() + "\n  " + CASE.title() + "\n"), text);
    assertTrue(text.contains("FAIL at step 6 (whole, octets)\n"), text);
    assertTrue(text.contains("  expected  RST stream 5\n  actual    GOAWAY"), text);
    assertTrue(text.contains("  LIFE-7    In the states open"), text);
    assertTrue(text.endsWith("   0  kit  ->  SYN stream 5\n"), text);
    assertEquals("", FailureText.of(CASE, result(), kit.rules()));
  }

  @Test
  void aCrashAndAFailedPreparationNameNoRuleOfTheCase() {
    Failure crash = failure(Verdict.CRASHED, "LIFE-7");
    String crashed = FailureText.of(CASE, result(crash), kit.rules());
    assertTrue(crashed.contains("CRASHED at step 6 (whole, octets)\n"), crashed);
    assertFalse(crashed.contains("LIFE-7") || crashed.contains("  why "), crashed);
    String unprepared = FailureText.of(CASE, result(failure(Verdict.FAIL)), kit.rules());
    assertTrue(unprepared.contains("FAIL at step 6, while preparing the case ("), unprepared);
    assertFalse(unprepared.contains("  why "), unprepared);
    String both = FailureText.of(CASE, result(failure(Verdict.FAIL, "LIFE-7")), kit.rules());
    assertTrue(both.contains("  why "), both);
  }

  private static JsonNode json(RunResult run) throws Exception {
    StringWriter out = new StringWriter();
    JsonReport.write(run, Requirements.load(), out);
    assertEquals(List.of(), SchemaCheck.faults(out.toString()));
    return new ObjectMapper().readTree(out.toString());
  }

  @Test
  void theJsonHoldsCasesAndKeepsToItsSchema() throws Exception {
    JsonNode report =
        json(
            run(
                result(),
                result(failure(Verdict.NON_STRICT, "WND-7"), failure(Verdict.FAIL, "LIFE-7"))));
    assertEquals("toy", report.at("/implementation/name").asText());
    assertEquals(1, report.at("/verdicts/FAIL").asInt());
    JsonNode passed = report.at("/cases/0");
    assertEquals("PASS", passed.at("/verdict").asText());
    assertEquals(1234, passed.at("/durationMs").asInt());
    assertTrue(passed.at("/failure").isMissingNode());
    JsonNode failed = report.at("/cases/1/failure");
    assertEquals("FAIL", failed.at("/verdict").asText());
    assertEquals("LIFE-7", failed.at("/requirements/0").asText());
    assertEquals("WND-7", failed.at("/others/0/requirements/0").asText());
  }

  @Test
  void theJsonSaysThatARunWasStopped() throws Exception {
    assertTrue(json(run(result())).at("/stopped").isMissingNode());
    JsonNode stopped = json(run(result()).stoppedBefore(5, "interrupted")).at("/stopped");
    assertEquals("interrupted", stopped.at("/why").asText());
    assertEquals(4, stopped.at("/notRun").asInt());
  }

  @Test
  void theJsonHoldsTheStatusOfEachRequirement() throws Exception {
    Failure monitor = failure(Verdict.FAIL, "FRAME-3");
    Failure lax = failure(Verdict.NON_STRICT, "WND-7");
    JsonNode all = json(run(result(), result(monitor, lax))).at("/requirements");
    assertEquals("met", status(all, CASE.requirements().get(0)));
    assertEquals("not-met", status(all, "FRAME-3"));
    assertEquals("not-strict", status(all, "WND-7"));
    assertEquals("not-tested", status(all, "PRI-1"));
    JsonNode skipped = json(run(result(failure(Verdict.SKIPPED, "FLOW-1")))).at("/requirements");
    assertEquals("not-run", status(skipped, CASE.requirements().get(0)));
    JsonNode unprepared = json(run(result(failure(Verdict.FAIL)))).at("/requirements");
    assertEquals("not-run", status(unprepared, CASE.requirements().get(0)));
  }

  private static String status(JsonNode requirements, String id) {
    for (JsonNode requirement : requirements) {
      if (requirement.at("/id").asText().equals(id)) {
        return requirement.at("/status").asText();
      }
    }
    throw new AssertionError(id);
  }

  @Test
  void theXmlIsWellFormedAndCounts() throws Exception {
    StringWriter out = new StringWriter();
    RunResult run =
        run(
            result(),
            result(failure(Verdict.FAIL, "LIFE-7")),
            result(failure(Verdict.HUNG, "LIFE-7")),
            result(failure(Verdict.SKIPPED, "LIFE-7")),
            result(failure(Verdict.NON_STRICT, "LIFE-7")));
    JUnitXmlReport.write(run, kit.rules(), out);
    byte[] octets = out.toString().getBytes(StandardCharsets.UTF_8);
    Element suite =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(octets))
            .getDocumentElement();
    assertEquals("5", suite.getAttribute("tests"));
    assertEquals("1", suite.getAttribute("failures"));
    assertEquals("1", suite.getAttribute("errors"));
    assertEquals("1", suite.getAttribute("skipped"));
    assertEquals("2.000", suite.getAttribute("time"));
    Element failed = (Element) suite.getElementsByTagName("failure").item(0);
    assertEquals("FAIL", failed.getAttribute("type"));
    assertEquals("RST stream 5; GOAWAY ? <&>", failed.getAttribute("message"));
    Element testCase = (Element) suite.getElementsByTagName("testcase").item(0);
    assertEquals("muxado.flow", testCase.getAttribute("classname"));
    assertEquals("1.234", testCase.getAttribute("time"));
  }
}
