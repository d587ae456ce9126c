package org.muxado.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodeCommandTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SYN: {stream: 3, priority: 5, type: 10, fin: true}|0008 07 01 00000003  000000050000000a",
        "SYN: {stream: 3, explicit-zero: true}|0008 06 01 00000003  0000000000000000",
        "RST: {stream: 3, code: CANCEL}|0004 00 02 00000003  00000007",
        "DATA: {stream: 3, text: hi, fin: true}|0002 01 03 00000003  6869",
        "DATA: {stream: 3, size: 2, declared-length: 9}|0009 00 03 00000003  0304",
        "WNDINC: {stream: 3, increment: 1, reserved: true}|c004 00 e4 80000003  80000001",
        "PRI: {stream: 3, priority: 9, omit-payload: true}|0004 00 05 00000003",
        "GOAWAY: {last: 0, code: 9, debug: x}|0009 00 06 00000000  000000000000000978",
        "FRAME: {type: 9, stream: 0, extra-flags: 0x80}|0000 80 09 00000000",
        "bytes: '00ff'|00ff"
      })
  void writesEachTypeOfFrame(String frame, String hex) {
    assertEquals(new Run(0, hex + "\n", ""), Run.of("encode", frame));
  }

  @Test
  void patternGoesOnWithinAStream() {
    assertEquals(
        new Run(0, "0002 00 03 00000003  0304\n0002 00 03 00000003  0506\n", ""),
        Run.of("encode", "DATA: {stream: 3, size: 2, times: 2}"));
  }

  @Test
  void longDataGoesOutInFullFramesWithFinOnTheLast() {
    Run run = Run.of("encode", "DATA: {stream: 3, size: 16384, fin: true}");

    assertEquals(2, run.lines().size());
    assertTrue(run.lines().get(0).startsWith("3fff 00 03 00000003  "));
    assertTrue(run.lines().get(1).startsWith("0001 01 03 00000003  "));
  }

  @Test
  void readsAListFromAFile() throws IOException {
    Path file = folder.resolve("frames.yaml");
    Files.writeString(file, "- SYN: {stream: 3}\n- DATA: {stream: 3, fin: true}\n");

    assertEquals(
        new Run(0, "0000 00 01 00000003\n0000 01 03 00000003\n", ""),
        Run.of("encode", "-f", file.toString()));
  }

  @Test
  void writesOctetsThatDecodeReads() {
    Run encoded = Run.withInput("SYN: {stream: 2}", "encode", "--binary");

    assertEquals("\0\0\0\1\0\0\0\2", encoded.out());
    assertEquals("     0  SYN stream 2\n", Run.withInput(encoded.out(), "decode", "-b").out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SIN: {stream: 3}|FRAME 1:1:1: found",
        "RST: {stream: 3, code: NOPE}|FRAME 1:1:",
        "WNDINC: {stream: 3, increment: -1}|FRAME 1:1:",
        "SYN: {stream: a}|stream \"a\" has no number outside of a conversation",
        "DATA: {stream: 3, size: window}|DATA on stream 3: there is no window outside",
        "SYN: {stream: 3|FRAME 1:1:"
      })
  void saysWhatIsWrongAndWhere(String frame, String message) {
    Run run = Run.of("encode", frame);

    assertEquals(2, run.exitCode());
    assertTrue(run.err().startsWith("muxado: " + message), run.err());
    assertEquals("", run.out());
  }

  @Test
  void framesExcludeAFile() {
    assertEquals(
        new Run(2, "", "muxado: FRAME cannot be combined with --file\n"),
        Run.of("encode", "-f", "x", "SYN: {stream: 3}"));
  }
}
