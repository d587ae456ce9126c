package org.muxado.tck.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.muxado.tck.suite.CaseCatalog;

class TestSettingsTest {

  private static final CaseCatalog CATALOG = CaseCatalog.packaged();

  private static TestSettings with(String property, String value) {
    return new TestSettings(Map.of(property, value)::get);
  }

  private static String refusal(String property, String value, Consumer<TestSettings> question) {
    TestSettings settings = with(property, value);
    return assertThrows(IllegalArgumentException.class, () -> question.accept(settings))
        .getMessage();
  }

  @Test
  void allCasesRunUnlessAPatternIsGiven() {
    assertEquals(CATALOG.cases(), new TestSettings(name -> null).cases(CATALOG));
    assertEquals(2, with("muxado.tck.cases", "session/frames-in-order").cases(CATALOG).size());
  }

  /** It used to speak of the arguments of a parameterized test. */
  @Test
  void aPatternThatMatchesNothingIsNamed() {
    assertEquals(
        "muxado.tck.cases=sesion/** matches no case (* does not stand for a slash, ** does)",
        refusal("muxado.tck.cases", "sesion/**", settings -> settings.cases(CATALOG)));
  }

  @Test
  void aFileOfExpectationsThatIsNotThereIsNamed() {
    assertEquals(
        "muxado.tck.expectations: no such file " + Path.of("nope.yaml").toAbsolutePath(),
        refusal("muxado.tck.expectations", "nope.yaml", TestSettings::expectations));
  }

  @Test
  void aTimeFactorThatIsNoNumberIsNamed() {
    assertEquals(
        "muxado.tck.time-factor=slow is no number",
        refusal("muxado.tck.time-factor", "slow", TestSettings::timeFactor));
    assertEquals(0.2, with("muxado.tck.time-factor", "0.2").timeFactor());
  }

  @Test
  void theCommandNamesTestAndCase() {
    assertEquals(
        "mvn test -Dtest=TestSettingsTest -Dmuxado.tck.cases='goaway/x@client'",
        TestSettings.again(getClass(), "goaway/x@client"));
  }
}
