package org.muxado.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {

  @TempDir private Path folder;

  @Test
  void findsNothingInWhatTheKitCarries() {
    Run run = Run.of("lint");

    assertEquals(0, run.exitCode());
    assertTrue(run.out().matches("0 faults in \\d+ files\n"), run.out());
  }

  @Test
  void findsNothingInTheFolderOfVectors() {
    assertEquals(0, Run.of("lint", "../vectors").exitCode());
  }

  /** It used to read the build's copies, and to call the other lists faulty. */
  @Test
  void passesOverWhatHoldsNoVectors() throws IOException {
    for (String hidden : new String[] {"target", ".git"}) {
      Files.createDirectories(folder.resolve(hidden));
      Files.writeString(folder.resolve(hidden).resolve("x.yaml"), "vectors: 7\n");
    }
    Files.writeString(folder.resolve("faults.yaml"), "faults: []\n");
    Files.writeString(
        folder.resolve("good.yaml"),
        """
        vectors:
          - id: good/one
            title: A stream ends
            requirements: [RST-1, ERR-1]
            level: MUST
            kind: both
            hex: "0004 00 02 00000003  00000007"
            frames: [{RST: {stream: 3, code: CANCEL}}]
            provenance: {kind: spec, ref: "section 6.3"}
        """);

    assertEquals(
        new Run(
            0,
            folder.resolve("faults.yaml")
                + ": neither vectors nor conversations, passed over\n0 faults in 1 file\n",
            ""),
        Run.of("lint", folder.toString()));
  }

  @Test
  void aMisspeltRootIsAFault() throws IOException {
    Files.writeString(folder.resolve("bad.yaml"), "conversation: []\n");

    Run run = Run.of("lint", folder.toString());

    assertEquals(1, run.exitCode());
    assertTrue(run.lines().get(0).contains("did you mean \"conversations\"?"), run.out());
  }

  @Test
  void placesEachFaultUnderTheNameThatWasGiven() throws IOException {
    Path file = folder.resolve("bad.yaml");
    Files.writeString(file, "vectors:\n  - id: 7\n");

    Run run = Run.of("lint", folder.toString());

    assertEquals(1, run.exitCode());
    assertTrue(run.lines().get(0).startsWith(file + ":2:"), run.out());
    assertEquals(
        "7 faults in 1 file; further checks follow once these are mended",
        run.lines().get(run.lines().size() - 1));
  }

  @Test
  void textThatIsNoYamlIsAFault() throws IOException {
    Path file = folder.resolve("bad.yaml");
    Files.writeString(file, "vectors: [\n");

    Run run = Run.of("lint", file.toString());

    assertEquals(1, run.exitCode());
    assertTrue(run.lines().get(0).startsWith(file + ":"), run.out());
  }

  @Test
  void missingPathIsNamed() {
    assertEquals(
        new Run(2, "", "muxado: nowhere: there is no such file or folder\n"),
        Run.of("lint", "nowhere"));
  }

  @Test
  void folderWithoutFilesIsNamed() {
    assertEquals(
        new Run(2, "", "muxado: " + folder + ": there is no *.yaml file\n"),
        Run.of("lint", folder.toString()));
  }

  /** It used to hide the faults of all other files. */
  @Test
  void fileThatIsNoTextIsAFaultAmongOthers() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.yaml"), "vectors: 7\n");
    Path binary = folder.resolve("binary.yaml");
    Files.write(binary, new byte[] {'#', '\n', ' ', (byte) 0xFF});

    Run run = Run.of("lint", folder.toString());

    assertEquals(1, run.exitCode());
    assertEquals(
        List.of(
            binary + ":2:2: not UTF-8 text: octet 0xff",
            bad + ":1:10: found 7, expected a list",
            "2 faults in 2 files; further checks follow once these are mended"),
        run.lines());
  }
}
