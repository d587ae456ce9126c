package org.muxado.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {

  private static final String RIGHT = "class:" + CodecAdapter.class.getName();
  private static final String FAULTY = "class:" + CodecAdapter.Faulty.class.getName();
  private static final String CASE = "frames/rst/no-error/encode";

  @TempDir private Path folder;

  @Test
  void conformingRunEndsWithItsTally() {
    assertEquals(
        new Run(
            0,
            """
            half-a-codec 7 (Java): 1 case

            1 passed, 0 failed, 0 skipped
            """,
            ""),
        Run.of("run", "--sut", RIGHT, "--case", CASE));
  }

  @Test
  void failureTellsRuleOctetsAndHowToSeeItAgain() {
    Run run = Run.of("run", "--sut", FAULTY, "--case", CASE);

    assertEquals(1, run.exitCode());
    assertEquals("FAIL " + CASE, run.lines().get(2));
    assertTrue(run.out().contains("  expected  0004000200000005"), run.out());
    assertTrue(run.out().contains("  RST-1     "), run.out());
    assertTrue(
        run.out().contains("\nsee it again: ./muxado run --sut '" + FAULTY + "' --case " + CASE),
        run.out());
    assertEquals("0 passed, 1 failed, 0 skipped", lastLine(run));
  }

  @Test
  void stopsAfterTooManyFailures() {
    String[] args = {
      "run", "--sut", FAULTY, "--case", "frames/rst/*/encode", "--max-failures", "2", "--jobs", "1"
    };

    Run run = Run.of(args);

    assertEquals(1, run.exitCode());
    assertTrue(run.out().contains("\nstopped by --max-failures: "), run.out());
    assertEquals("0 passed, 2 failed, 0 skipped", lastLine(run));
  }

  @Test
  void expectedFailureIsConformant() throws IOException {
    Run run = Run.of("run", "--sut", FAULTY, "--case", CASE, "--expect", expecting(CASE));

    assertEquals(0, run.exitCode());
    assertEquals(
        List.of("Failed as expected: 1", "  " + CASE, "", "0 passed, 0 failed, 0 skipped"),
        run.lines().subList(2, 6));
  }

  @Test
  void failureAtAnotherStepNamesItsEntry() throws IOException {
    String file = expecting(CASE);
    Files.writeString(
        Path.of(file),
        Files.readString(Path.of(file)).replace("reason: known", "at: step 4, reason: known"));

    Run run = Run.of("run", "--sut", FAULTY, "--case", CASE, "--expect", file);

    assertEquals(1, run.exitCode());
    assertTrue(
        run.lines().contains(file + ":3:5: this FAIL is expected at step 4, not at codec"),
        run.out());
    assertEquals("0 passed, 1 failed, 0 skipped", lastLine(run));
  }

  @Test
  void expectationThatMatchesNothingIsStale() throws IOException {
    Run run = Run.of("run", "--sut", RIGHT, "--case", CASE, "--expect", expecting("frames/gone"));

    assertEquals(5, run.exitCode());
    assertEquals("Stale expectations, to be corrected in their file:", run.lines().get(2));
    assertEquals("1 passed, 0 failed, 0 skipped", lastLine(run));
  }

  @Test
  void expectationThatPassesIsStale() throws IOException {
    Run run = Run.of("run", "--sut", RIGHT, "--case", CASE, "--expect", expecting(CASE));

    assertEquals(5, run.exitCode());
  }

  @Test
  void whatTheAdapterLacksIsSkipped() {
    Run run = Run.of("run", "--sut", RIGHT, "--case", "frames/rst/cancel/*");

    assertEquals(0, run.exitCode());
    assertEquals("Skipped:", run.lines().get(2));
    assertEquals("    frames/rst/cancel/decode", run.lines().get(4));
    assertEquals("1 passed, 0 failed, 1 skipped", lastLine(run));
  }

  /** It used to count as conformant. */
  @Test
  void runThatJudgedNothingDoesNotSucceed() {
    Run run = Run.of("run", "--sut", RIGHT, "--case", "frames/rst/cancel/decode");

    assertEquals(2, run.exitCode());
    assertTrue(run.out().contains("\nNothing was judged: "), run.out());
    assertEquals("0 passed, 0 failed, 1 skipped", lastLine(run));
  }

  @Test
  void draftsTheExpectedFailuresOnce() {
    String file = folder.resolve("draft.yaml").toString();
    String[] run = {"run", "--sut", FAULTY, "--case", "frames/rst/*/encode"};

    assertEquals(1, Run.of(with(run, "--write-expect", file)).exitCode());
    assertEquals(0, Run.of(with(run, "--expect", file)).exitCode());
    assertEquals(
        new Run(2, "", "muxado: --write-expect " + file + " is there already\n"),
        Run.of(with(run, "--write-expect", file)));
  }

  private static String[] with(String[] args, String option, String value) {
    return Stream.concat(Stream.of(args), Stream.of(option, value)).toArray(String[]::new);
  }

  @Test
  void verboseNamesEachCase() {
    Run run = Run.of("run", "--sut", RIGHT, "--case", CASE, "--verbose");

    assertTrue(run.lines().contains("PASS " + CASE), run.out());
  }

  @Test
  void repeatsInTheOrderOfTheSeed() {
    String[] args = {
      "run", "-v", "--sut", RIGHT, "--case", "frames/rst/*/encode", "--repeat", "2", "--seed", "7"
    };

    Run run = Run.of(args);

    List<String> named = run.lines().stream().filter(line -> line.startsWith("PASS")).toList();
    int half = named.size() / 2;
    assertEquals(named.size() + " passed, 0 failed, 0 skipped", lastLine(run));
    assertEquals(
        named.subList(0, half).stream().sorted().toList(),
        named.subList(half, named.size()).stream().sorted().toList());
    assertTrue(!named.equals(named.stream().sorted().toList()), "the order is not shuffled");
    assertEquals(run, Run.of(args));
  }

  @Test
  void writesReports() throws IOException {
    Path json = folder.resolve("out.json");
    Path xml = folder.resolve("out.xml");

    Run run =
        Run.of(
            "run",
            "--sut",
            RIGHT,
            "--case",
            CASE,
            "--report",
            "json=" + json,
            "--report",
            "junit=" + xml);

    assertEquals(0, run.exitCode());
    assertTrue(Files.readString(json).contains("\"id\" : \"" + CASE + "\""));
    assertTrue(
        Files.readString(xml).contains("<testcase classname=\"muxado.frames/rst/no-error\""));
  }

  @Test
  void programThatDoesNotStartHasItsOwnExitCode() {
    Run run = Run.of("run", "--sut", "cmd:/no/such/program", "--case", CASE);

    assertEquals(4, run.exitCode());
    assertTrue(run.err().startsWith("muxado: --sut cmd:/no/such/program: "), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void programThatBreaksTheProtocolInACaseWasNotTested() throws IOException {
    Path program = folder.resolve("program.sh");
    Files.writeString(
        program,
        """
        while read -r line; do
          number=${line#*\\"seq\\":}
          answer='"unimplemented":"it"'
          case $line in
            *'"hello"'*) answer='"ok":{"protocol":1,"name":"x","version":"1","language":"sh",\
        "issues":"","capabilities":[]}' ;;
            *'"start"'*) answer=nonsense ;;
          esac
          printf '{"seq":%s,%s}\\n' "${number%%,*}" "$answer"
        done
        """);

    Run run = Run.of("run", "--sut", "cmd:sh " + program, "--case", "wire/unknown-type/0@server");

    assertEquals(4, run.exitCode(), run.out() + run.err());
    assertEquals("0 passed, 1 failed, 0 skipped", lastLine(run));
    assertTrue(run.err().contains(": The program broke the control protocol: "), run.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--case nothing/**|--case nothing/** matches no case; see 'muxado list'",
        "--case frames/rst/*|--case frames/rst/* matches no case; did you mean"
            + " 'frames/rst/**'?; see 'muxado list'",
        "--req NOPE-*|--req NOPE-* matches no case; see 'muxado list'",
        "--case frames/** --role client|"
            + "no case matches all of these options; see 'muxado list'",
        "--repeat 0|--repeat 0: expected 1 or more",
        "--max-failures 0|--max-failures 0: expected 1 or more",
        "--jobs 0|--jobs 0: expected 1 or more",
        "--time-factor 0|--time-factor 0.0: expected more than 0, up to 1000",
        "--expect nowhere.yaml|--expect nowhere.yaml: there is no such file",
        "--report json=no-such-folder/x.json|"
            + "--report json=no-such-folder/x.json: its folder does not exist",
        "--report junit=src|--report junit=src is a folder",
      })
  void wrongUseIsToldInOneLine(String options, String message) {
    String[] args = ("run --sut " + RIGHT + " " + options).split(" ", -1);

    assertEquals(new Run(2, "", "muxado: " + message + "\n"), Run.of(args));
  }

  @Test
  void malformedExpectationsArePlaced() throws IOException {
    Path file = folder.resolve("bad.yaml");
    Files.writeString(file, "implementation: x\nentries:\n  - {case: a}\n");

    Run run = Run.of("run", "--sut", RIGHT, "--expect", file.toString());

    assertEquals(2, run.exitCode());
    assertTrue(run.err().startsWith("muxado: " + file + ":3:"), run.err());
  }

  @Test
  void expectationsOfAnotherImplementationAreRefused() throws IOException {
    Path file = folder.resolve("toy.yaml");
    Files.writeString(file, "implementation: toy\nentries: []\n");

    Run run = Run.of("run", "--sut", RIGHT, "--case", CASE, "--expect", file.toString());

    assertEquals(2, run.exitCode());
    assertEquals(
        "muxado: " + file + ":1:1: these are the expectations of toy, but half-a-codec is tested\n",
        run.err());
  }

  @Test
  void unknownReportFormatIsRefused() {
    Run run = Run.of("run", "--report", "html=x");

    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("'html'"), run.err());
  }

  private String expecting(String pattern) throws IOException {
    Path file = folder.resolve("known.yaml");
    Files.writeString(
        file,
        """
        implementation: half-a-codec
        entries:
          - {case: "%s", verdict: FAIL, reason: known}
        """
            .formatted(pattern));
    return file.toString();
  }

  private static String lastLine(Run run) {
    return run.lines().get(run.lines().size() - 1);
  }
}
