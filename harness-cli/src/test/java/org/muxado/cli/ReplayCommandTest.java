package org.muxado.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {

  private static final String SUT = "class:" + CodecAdapter.class.getName();

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeVector() throws IOException {
    file = folder.resolve("mine.yaml");
    write("RST-1");
  }

  private void write(String requirement) throws IOException {
    Files.writeString(
        file,
        """
        vectors:
          - id: mine/cancel
            title: RST with CANCEL
            requirements: [%s]
            level: MUST
            kind: encode
            hex: "0004 00 02 00000005  00000007"
            frames: [{RST: {stream: 5, code: CANCEL}}]
            catches: []
            provenance: {kind: spec, ref: "section 6.2"}
        """
            .formatted(requirement));
  }

  @Test
  void playsAFileOfOnesOwn() {
    assertEquals(
        new Run(
            0,
            """
            half-a-codec 7 (Java): 1 case

            1 passed, 0 failed, 0 skipped
            """,
            ""),
        Run.of("replay", file.toString(), "--sut", SUT));
  }

  @Test
  void failureIsSeenAgainByReplayingTheFile() {
    String sut = "class:" + CodecAdapter.Faulty.class.getName();

    Run run = Run.of("replay", file.toString(), "--sut", sut);

    assertEquals(1, run.exitCode());
    assertTrue(
        run.out()
            .contains(
                "see it again: ./muxado replay "
                    + file
                    + " --sut '"
                    + sut
                    + "' --case frames/mine/cancel/encode\n"),
        run.out());
  }

  @Test
  void faultyFileIsNotPlayed() throws IOException {
    write("RST-999");

    Run run = Run.of("replay", file.toString(), "--sut", SUT);

    assertEquals(2, run.exitCode());
    assertTrue(run.err().startsWith("muxado: " + file + ":4:"), run.err());
    assertTrue(run.err().endsWith("; see 'muxado lint'\n"), run.err());
    assertEquals("", run.out());
  }

  @Test
  void patternThatMatchesNothingIsToldWhatTheFileHolds() {
    assertEquals(
        new Run(
            2, "", "muxado: --case x/** matches no case; there are frames/mine/cancel/encode\n"),
        Run.of("replay", file.toString(), "--sut", SUT, "--case", "x/**"));
  }

  @Test
  void missingFileIsNamed() {
    assertEquals(
        new Run(2, "", "muxado: nowhere.yaml: there is no such file or folder\n"),
        Run.of("replay", "nowhere.yaml"));
  }

  @Test
  void needsAFile() {
    assertEquals(
        new Run(2, "", "muxado: Missing required parameter: 'FILE'; see 'muxado replay --help'\n"),
        Run.of("replay"));
  }
}
