package org.muxado.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Holds the Java blocks of the guide to what {@link GuideBlocksTest} and {@link
 * GuideLaterBlocksTest} run.
 */
class GuideTextTest {

  private static final Path GUIDE = Path.of("../docs/guide.md");
  private static final Path TESTS = Path.of("src/test/java/org/muxado/examples");

  @Test
  void blocksAreThoseThatAreRun() throws IOException {
    List<String> run = new ArrayList<>(run("GuideBlocksTest.java"));
    assertFalse(run.isEmpty());
    run.addAll(run("GuideLaterBlocksTest.java"));
    List<String> shown = blocks(GUIDE, line -> line.equals("```java"), "```");
    assertEquals(String.join("---\n", run), String.join("---\n", shown));
  }

  private static List<String> run(String test) throws IOException {
    return blocks(
        TESTS.resolve(test), line -> line.strip().startsWith("// guide: "), "// guide end");
  }

  private static List<String> blocks(Path file, Predicate<String> begins, String end)
      throws IOException {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = null;
    for (String line : Files.readAllLines(file)) {
      if (begins.test(line)) {
        block = new StringBuilder();
      } else if (block != null && line.strip().equals(end)) {
        blocks.add(block.toString().stripTrailing().stripIndent() + "\n");
        block = null;
      } else if (block != null) {
        block.append(line).append('\n');
      }
    }
    return blocks;
  }
}
