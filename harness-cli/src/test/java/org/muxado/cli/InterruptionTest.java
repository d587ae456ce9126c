package org.muxado.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that is interrupted. SIGTERM stands for SIGINT, which a test in the background ignores. */
@Timeout(120)
class InterruptionTest {

  private static final int ENDED_BY_SIGTERM = 128 + 15;

  @TempDir private Path folder;

  /** The run would go on for hours. It used to end without a word, and then without reports. */
  @Test
  void sumsUpAndReportsWhatWasJudgedByThen() throws Exception {
    Path report = folder.resolve("report.json");
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
                "--verbose",
                "--report",
                "json=" + report,
                "--report",
                "junit=" + folder.resolve("report.xml"))
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
      JsonNode json = new ObjectMapper().readTree(report.toFile());
      assertEquals("interrupted", json.at("/stopped/why").asText());
      assertEquals(last.split(" ", 2)[0], json.at("/verdicts/PASS").asText());
      assertEquals(
          1_000_000, json.at("/stopped/notRun").asInt() + json.at("/verdicts/PASS").asInt());
      String xml = Files.readString(folder.resolve("report.xml"));
      assertTrue(xml.contains("name=\"stopped\" value=\"interrupted: "), xml.substring(0, 200));
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
