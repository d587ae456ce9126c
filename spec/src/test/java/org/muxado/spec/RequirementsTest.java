package org.muxado.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class RequirementsTest {
  private static final Pattern KEY_WORD =
      Pattern.compile("\\b(MUST NOT|MUST|SHOULD NOT|SHOULD|MAY)\\b");

  private final Requirements requirements = Requirements.load();

  @Test
  void numbersEachPrefixFromOneWithoutGaps() {
    Map<String, Integer> last = new HashMap<>();
    for (Requirement requirement : requirements.all()) {
      int expected = last.merge(requirement.prefix(), 1, Integer::sum);
      assertEquals(expected, requirement.number(), requirement.id());
    }
    assertEquals(19, last.size());
  }

  @Test
  void eachTextHoldsItsLevelAndNoOther() {
    for (Requirement requirement : requirements.all()) {
      List<String> words =
          KEY_WORD.matcher(requirement.text()).results().map(MatchResult::group).toList();
      assertEquals(List.of(requirement.level().label()), words, requirement.id());
    }
  }

  @Test
  void rulesOnApplicationsAreUntestableWithReason() {
    for (Requirement requirement : requirements.all()) {
      if (requirement.binds() == Party.APPLICATION) {
        assertFalse(requirement.isTestable(), requirement.id());
      }
    }
    assertTrue(requirements.get("FRAME-3").isTestable());
  }

  @Test
  void findsByIdAndNamesAnUnknownOne() {
    assertEquals(Level.MUST, requirements.get("FRAME-3").level());
    assertTrue(requirements.find("FRAME-0").isEmpty());
    Exception error =
        assertThrows(IllegalArgumentException.class, () -> requirements.get("FRAME-0"));
    assertEquals("no requirement has the id FRAME-0", error.getMessage());
  }

  @Test
  void listsCannotBeChanged() {
    assertThrows(UnsupportedOperationException.class, () -> requirements.all().clear());
  }

  @Test
  void malformedRuleIsReportedWithFileAndLine() {
    assertEquals(
        "r.yaml:3: expected one of MUST, MUST NOT, SHOULD, SHOULD NOT, MAY, found \"must\"",
        errorOf("level: must", "testable: true"));
    assertEquals(
        "r.yaml:4: expected true, found \"false\"", errorOf("level: MUST", "testable: false"));
    assertEquals("r.yaml:4: expected a text, found \"\"", errorOf("level: MUST", "untestable: ''"));
    assertTrue(errorOf("level: MUST", "binds: sender").startsWith("r.yaml:"));
    assertTrue(
        errorOf("level: MUST", "colour: red").startsWith("r.yaml:4: unknown field `colour`"));
  }

  @Test
  void missingReasonIsReported() {
    String error = errorOf("level: MUST");
    assertTrue(error.contains("expected either `testable: true` or `untestable`"), error);
  }

  @Test
  void repeatedIdIsReported() {
    String one = rule("level: MUST", "testable: true");
    String two = one + one.substring(one.indexOf('\n') + 1);
    SpecFormatException error =
        assertThrows(SpecFormatException.class, () -> Requirements.parse("r.yaml", two));
    assertEquals(8, error.line());
    assertEquals("r.yaml", error.file());
    assertTrue(error.getMessage().contains("an id that no earlier rule has"), error.getMessage());
  }

  @Test
  void textThatIsNoYamlIsReportedWithItsLine() {
    SpecFormatException error =
        assertThrows(
            SpecFormatException.class, () -> Requirements.parse("r.yaml", "requirements:\n - {id"));
    assertEquals(2, error.line());
  }

  @Test
  void valuesThatAreNotThereAreReported() {
    for (String yaml : List.of("", "requirements:", "requirements: {}", "[]", "a: 1\na: 2")) {
      assertThrows(SpecFormatException.class, () -> Requirements.parse("r.yaml", yaml), yaml);
    }
  }

  private static String rule(String... fields) {
    StringBuilder yaml = new StringBuilder("requirements:\n  - id: FRAME-1\n");
    Arrays.stream(fields).forEach(field -> yaml.append("    ").append(field).append('\n'));
    return yaml + "    binds: sender\n    section: \"5\"\n    text: x\n";
  }

  private static String errorOf(String... fields) {
    String yaml = rule(fields);
    return assertThrows(SpecFormatException.class, () -> Requirements.parse("r.yaml", yaml))
        .getMessage();
  }
}
