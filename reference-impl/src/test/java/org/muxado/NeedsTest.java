package org.muxado;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every test that {@code docs/needs.md} names exists. */
class NeedsTest {

  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
  private static final Path PAGE = Path.of("../docs/needs.md");
  private static final Path TESTS = Path.of("src/test/java");

  @Test
  void everyTestThatAnswersANeedExists() throws IOException {
    List<MatchResult> named = NAMED.matcher(Files.readString(PAGE)).results().toList();
    List<String> missing =
        named.stream()
            .filter(test -> !source(test.group(1)).contains(" " + test.group(2) + "("))
            .map(MatchResult::group)
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void everyNeedIsAnsweredByATest() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| ")).skip(1).toList();
    assertFalse(rows.isEmpty());
    assertEquals(List.of(), rows.stream().filter(row -> !NAMED.matcher(row).find()).toList());
  }

  private static String source(String testClass) {
    try (Stream<Path> files = Files.walk(TESTS)) {
      Path file = files.filter(f -> f.endsWith(testClass + ".java")).findFirst().orElse(null);
      return file == null ? "" : Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read the tests", e);
    }
  }
}
