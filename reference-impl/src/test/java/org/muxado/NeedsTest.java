package org.muxado;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
  private static final Path TESTS = Path.of("src/test/java");

  @Test
  void everyTestThatAnswersANeedExists() throws IOException {
    String page = Files.readString(Path.of("../docs/needs.md"));
    List<MatchResult> named = NAMED.matcher(page).results().toList();
    assertTrue(named.size() > 18, "at least one for each row, not " + named.size());
    List<String> missing =
        named.stream()
            .filter(test -> !source(test.group(1)).contains(" " + test.group(2) + "("))
            .map(MatchResult::group)
            .toList();
    assertEquals(List.of(), missing);
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
