package org.muxado.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodeCommandTest {

  @TempDir private Path folder;

  @Test
  void showsFramesWithTheirOffsets() {
    Run run = Run.of("decode", "0000", "01", "01", "00000003", "0002000300000003 6869");

    assertEquals(
        new Run(
            0,
            """
                 0  SYN stream 3 FIN
                 8  DATA stream 3 2 octets 6869
            """,
            ""),
        run);
  }

  @Test
  void tellsHowToReadAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("zeros.hex"), "0000 01 01 00000003");

    assertEquals(
        new Run(
            2,
            "",
            "muxado: HEX is no hex but names a file: to read it, give --file " + file + "\n"),
        Run.of("decode", file.toString()));
  }

  @Test
  void annotatesEachField() {
    Run run = Run.of("decode", "-a", "0008 06 01 00000003  00000005 0000000a");

    assertEquals(
        """
             0  SYN stream 3 priority 5 type 0x0000000a
                  0008      length 8
                  06        flags PRIORITY TYPE
                  01        type SYN
                  00000003  stream 3
                  00000005  priority 5
                  0000000a  stream type 10
        """,
        run.out());
  }

  /** It used to reach the terminal as it was. */
  @Test
  void showsNothingThatSteersATerminal() {
    Run run = Run.of("decode", "-a", "000c 00 06 00000000 00000000 00000000 1b5b324a");

    assertEquals("     0  GOAWAY last 0 NO_ERROR \"\\x1b[2J\"", run.lines().get(0));
    assertEquals("          1b5b324a  debug \"\\x1b[2J\", 4 octets", run.lines().get(7));
  }

  @Test
  void annotatesOddBitsAndDebugText() {
    Run run = Run.of("decode", "-a", "400a 80 26 80000000  80000007 00000009 6869");

    assertEquals(
        """
             0  GOAWAY last 7 9 "hi" (flags 0x80) (reserved 0x13)
                  400a      length 10, reserved bits 0x1
                  80        flags none, undefined 0x80
                  26        type GOAWAY, reserved bits 0x1
                  80000000  stream 0, reserved bits 0x1
                  80000007  last stream id 7, reserved bits 0x1
                  00000009  error code 9
                  6869      debug "hi", 2 octets
                ~ FRAME-3: reserved header bits 0x13 (never sent, but accepted)
                ~ FRAME-5: undefined flags 0x80 on GOAWAY (never sent, but accepted)
                ~ FRAME-3: reserved bit set in the payload (never sent, but accepted)
                ~ ERR-1: error code 9 is not defined (never sent, but accepted)
        """,
        run.out());
  }

  @Test
  void annotatesTheShortPayloads() {
    String rst = "0004 00 02 00000003 00000007";
    String wndInc = "0004 00 04 00000003 00000100";
    String pri = "0004 00 05 00000003 0000000a";

    Run run = Run.of("decode", "-a", rst, wndInc, pri);

    assertEquals(
        List.of(
            "          00000007  error code CANCEL",
            "          00000100  increment 256",
            "          0000000a  priority 10"),
        List.of(run.lines().get(5), run.lines().get(11), run.lines().get(17)));
  }

  @Test
  void namesTheRuleThatAFrameBreaks() {
    Run run = Run.of("decode", "0000 00 02 00000003");

    assertEquals(
        new Run(
            1,
            """
                 0  RST stream 3 empty
                    ! FRAME-9: RST of length 0, expected 4 (session error FRAME_SIZE_ERROR)
            """,
            ""),
        run);
  }

  @Test
  void incrementOfZeroIsAStreamError() {
    Run run = Run.of("decode", "0004 00 04 00000003 00000000");

    assertEquals(
        new Run(
            0,
            """
                 0  WNDINC stream 3 increment 0
                    ~ WND-2: WNDINC with increment 0 (stream error PROTOCOL_ERROR)
            """,
            ""),
        run);
  }

  @Test
  void saysWhereTheInputIsCutShort() {
    assertEquals(
        new Run(1, "     3  ! the input ends here: 5 octets of a header are missing\n", ""),
        Run.of("decode", "000200"));
    assertEquals(
        new Run(
            1,
            """
                 0  DATA stream 3 1 octet 68 (length says 2)
                 9  ! the input ends here: 1 octet of a payload is missing
            """,
            ""),
        Run.of("decode", "0002000300000003 68"));
  }

  @Test
  void readsHexFromStandardInput() {
    assertEquals(
        new Run(0, "     0  SYN stream 2\n", ""),
        Run.withInput("# a SYN\n0000 00 01\n00000002 # stream\n", "decode"));
  }

  @Test
  void readsOctetsFromAFile() throws IOException {
    Path file = folder.resolve("capture.bin");
    Files.write(file, HexFormat.of().parseHex("0000000100000002"));

    assertEquals(
        new Run(0, "     0  SYN stream 2\n", ""), Run.of("decode", "-b", "-f", file.toString()));
  }

  @Test
  void missingFileIsNamed() {
    Path file = folder.resolve("nowhere.hex");

    assertEquals(
        new Run(2, "", "muxado: " + file + ": there is no such file\n"),
        Run.of("decode", "--file", file.toString()));
  }

  @Test
  void folderInPlaceOfAFileIsNamed() {
    assertEquals(
        new Run(2, "", "muxado: " + folder + ": cannot be read: it is a folder\n"),
        Run.of("decode", "--file", folder.toString()));
  }

  @Test
  void badHexIsPlaced() {
    assertEquals(
        new Run(2, "", "muxado: standard input:2:3: found 'x', expected a pair of hex digits\n"),
        Run.withInput("00\n00x0\n", "decode"));
  }

  @Test
  void octetsThatAreNoHexPointToTheirOption() {
    String hint = "found '\\x00', expected a pair of hex digits (use -b for octets?)\n";
    assertEquals(
        new Run(2, "", "muxado: standard input:1:1: " + hint),
        Run.withInput(new byte[] {0, 0, 0, 1}, "decode"));
  }

  /** It used to print thousands of lines. */
  @Test
  void stopsAfterTenFramesThatMustBeRefused() {
    Run run = Run.of("decode", "00*16383");

    assertEquals(1, run.exitCode());
    assertEquals(21, run.lines().size(), run.out());
    assertEquals(
        "    80  ! 10 frames were wrong: the other 16303 octets are not shown",
        run.lines().get(20));
  }

  @Test
  void noOctetsIsWrongUse() {
    assertEquals(
        new Run(2, "", "muxado: there are no octets to decode\n"), Run.withInput(" \n", "decode"));
  }

  @Test
  void hexExcludesAFile() {
    assertEquals(
        new Run(2, "", "muxado: HEX cannot be combined with --file or --binary\n"),
        Run.of("decode", "-b", "00"));
  }
}
