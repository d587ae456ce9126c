package org.muxado.tck.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.expect.CasePattern;
import org.muxado.tck.expect.ExpectationFile;
import org.muxado.tck.expect.Expectations;
import org.muxado.tck.suite.CaseCatalog;
import org.muxado.tck.suite.KitCase;

/**
 * What {@link ConformanceTest} is told by system properties. Each error names the property and what
 * it holds. Immutable.
 */
final class TestSettings {

  private static final String CASES = "muxado.tck.cases";
  private static final String TIME_FACTOR = "muxado.tck.time-factor";
  private static final String EXPECTATIONS = "muxado.tck.expectations";

  private final Function<String, @Nullable String> properties;

  TestSettings(Function<String, @Nullable String> properties) {
    this.properties = properties;
  }

  /** The cases that are to run; all unless a pattern is given. */
  List<KitCase> cases(CaseCatalog catalog) {
    String pattern = properties.apply(CASES);
    if (pattern == null) {
      return catalog.cases();
    }
    List<KitCase> cases = catalog.select(CasePattern.of(pattern));
    if (cases.isEmpty()) {
      throw wrong(CASES, pattern, "matches no case (* does not stand for a slash, ** does)");
    }
    return cases;
  }

  /** How far the watchdog is stretched. */
  double timeFactor() {
    String factor = properties.apply(TIME_FACTOR);
    try {
      return factor == null ? 1 : Double.parseDouble(factor);
    } catch (NumberFormatException e) {
      throw wrong(TIME_FACTOR, factor, "is no number");
    }
  }

  /** The failures that are expected; none unless a file is given. */
  Expectations expectations() {
    String name = properties.apply(EXPECTATIONS);
    if (name == null || name.isEmpty()) {
      return Expectations.none();
    }
    Path file = Path.of(name).toAbsolutePath();
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(EXPECTATIONS + ": no such file " + file);
    }
    try {
      return ExpectationFile.read(file);
    } catch (IOException e) {
      throw wrong(EXPECTATIONS, name, "cannot be read: " + e);
    }
  }

  private static IllegalArgumentException wrong(
      String property, @Nullable String value, String what) {
    return new IllegalArgumentException(property + "=" + value + " " + what);
  }

  /** The command that runs one case of a test class again. */
  static String again(Class<?> test, String caseId) {
    return "mvn test -Dtest=%s -D%s='%s'".formatted(test.getSimpleName(), CASES, caseId);
  }
}
