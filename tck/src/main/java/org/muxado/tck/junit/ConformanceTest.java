package org.muxado.tck.junit;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muxado.tck.expect.Assessment;
import org.muxado.tck.expect.Expectations;
import org.muxado.tck.report.FailureText;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.suite.CaseCatalog;
import org.muxado.tck.suite.Kit;
import org.muxado.tck.suite.KitCase;
import org.muxado.tck.suite.KitSettings;
import org.muxado.tck.verdict.CaseResult;
import org.muxado.tck.verdict.Failure;
import org.muxado.tck.verdict.Verdict;

/**
 * The kit as JUnit tests. An implementer extends it in his own build; with his adapter registered
 * for {@link ServiceLoader}, the class may be empty. System properties: {@code muxado.tck.cases} (a
 * pattern), {@code muxado.tck.time-factor}, {@code muxado.tck.expectations} (a file of expected
 * failures).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ConformanceTest {

  private static final TestSettings PROPERTIES = new TestSettings(System::getProperty);

  private final CaseCatalog catalog = CaseCatalog.packaged();
  private final List<CaseResult> results = Collections.synchronizedList(new ArrayList<>());
  private final Kit kit = new Kit(implementation(), settings());
  private final Expectations expectations = expectations();

  /** The implementation under test; unless overridden, the one that the service loader finds. */
  protected Implementation implementation() {
    List<Implementation> found = new ArrayList<>();
    ServiceLoader.load(Implementation.class).forEach(found::add);
    if (found.size() != 1) {
      throw new IllegalStateException(
          "expected one " + Implementation.class.getName() + " service, found " + found);
    }
    return found.get(0);
  }

  /** How cases are run. */
  protected KitSettings settings() {
    return new KitSettings(PROPERTIES.timeFactor(), KitSettings.DEFAULTS.chunkings());
  }

  /** The failures that are known and expected. */
  protected Expectations expectations() {
    return PROPERTIES.expectations();
  }

  /** The cases that are run. */
  protected Stream<KitCase> cases() {
    return PROPERTIES.cases(catalog).stream();
  }

  @BeforeAll
  void expectedFailuresAreThoseOfTheImplementation() {
    expectations.complaintAbout(kit.implementation().info().name()).ifPresent(Assertions::fail);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void conforms(KitCase kitCase, TestReporter reporter) {
    CaseResult result = kit.run(kitCase);
    results.add(result);
    String text = FailureText.of(kitCase, result, kit.rules());
    List<Failure> unexpected = expectations.unexpected(result);
    if (!unexpected.isEmpty()) {
      Assertions.fail(text + "\nsee it again: " + TestSettings.again(getClass(), kitCase.id()));
    } else if (result.verdict().isSkipped()) {
      Assumptions.abort(text);
    } else if (result.verdict() != Verdict.PASS) {
      reporter.publishEntry(kitCase.id(), text);
    }
  }

  /** Else an adapter that declares too little would keep a build green. */
  @AfterAll
  void someCaseWasJudged() {
    if (!results.isEmpty() && results.stream().allMatch(result -> result.verdict().isSkipped())) {
      Assertions.fail("nothing was judged: all " + results.size() + " cases were skipped");
    }
  }

  @AfterAll
  void expectedFailuresAreUpToDate() {
    Assessment assessment =
        expectations.assess(List.copyOf(results), catalog.ids(), LocalDate.now(ZoneOffset.UTC));
    if (!assessment.stale().isEmpty()) {
      Assertions.fail("stale expectations:\n" + String.join("\n", assessment.staleLines()));
    }
  }
}
