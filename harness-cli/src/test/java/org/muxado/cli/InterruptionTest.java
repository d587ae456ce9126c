package org.muxado.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run that is interrupted. SIGTERM stands for SIGINT, which a test in the background ignores. */
@Timeout(120)
class InterruptionTest {

  private static final int ENDED_BY_SIGTERM = 128 + 15;

  /** The run would go on for hours. It used to end without a word. */
  @Test
  void sumsUpWhatWasJudgedByThen() throws Exception {
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                "--case",
                "session/first-octets-are-a-frame@server",
                "--repeat",
                "1000000",
                "--verbose")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(run.getInputStream(), StandardCharsets.UTF_8))) {
      String first = firstVerdict(out);
      run.toHandle().destroy();
      List<String> rest = out.lines().toList();

      assertEquals("PASS session/first-octets-are-a-frame@server", first);
      assertEquals(ENDED_BY_SIGTERM, run.waitFor());
      assertTrue(
          rest.stream().anyMatch(l -> l.matches("interrupted: \\d+ of 1000000 cases did not run")),
          rest.toString());
      String last = rest.get(rest.size() - 1);
      assertTrue(last.matches("[1-9]\\d* passed, 0 failed, 0 skipped"), last);
    } finally {
      run.destroyForcibly();
    }
  }

  private static String firstVerdict(BufferedReader out) throws IOException {
    String line = out.readLine();
    while (line != null && !line.startsWith("PASS")) {
      line = out.readLine();
    }
    return line;
  }
}
