package org.muxado.vectors.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muxado.vectors.source.FormatException;
import org.muxado.vectors.source.YamlSource;

class ConversationErrorsTest {

  private static final String HEAD =
      """
      conversations:
      - id: area/name
        title: What is shown
        requirements: [SYN-1]
        level: MUST
        role: both
        provenance: {kind: spec, ref: "section 6.1"}
      """;

  private static FormatException error(String tail) {
    String text = HEAD + tail.indent(2);
    return assertThrows(
        FormatException.class, () -> ConversationReader.read(YamlSource.parse("f", text)));
  }

  private static void assertTells(String expected, String message) {
    String text = expected.endsWith(" is missing") ? ": " + expected : "expected " + expected;
    assertTrue(message.contains(text), message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{jump: a} | exactly one of app, await, break, clock, close, expect, fence, gate, send",
        "{app: drain, await: {wire: full}} | exactly one of app, await",
        "{app: sleep} | one of close-session, drain, kill, quiesce",
        "{app: {open: A}} | a name of lower-case letters and digits",
        "{app: {open: a, fin: 1}} | true or false",
        "{app: {write: a}} | bytes, text or size beside it",
        "{app: {reset: a}} | \"code\" is missing",
        "{app: {reset: a, code: STOP}} | a number or one of NO_ERROR, PROTOCOL_ERROR",
        "{app: {reset: a, code: -1}} | a number from 0 to 0xFFFFFFFF",
        "{app: {set-priority: a, priority: -1}} | a number from 0 to 2147483647",
        "{app: {jump: a}} | exactly one of accept, close, finish, go-away, open",
        "{app: {open: a}, fails: {kind: DEAD}} | one of RESET_BY_PEER, RESET_HERE",
        "{app: {open: a}, fails: {retry: MAYBE}} | one of NOT_PROCESSED, UNKNOWN",
        "{app: {open: a}, fails: {}, pending: w} | fails at the await of w",
        "{await: {read: a}} | bytes, text, size, eof or fails beside it",
        "{await: {read: a, eof: true, fails: {}}} | either eof or fails",
        "{await: {read: a, size: all}} | \"window\"",
        "{await: {wire: empty}} | full, read or released",
        "{await: {window: p}} | \"at-least\" is missing",
        "{await: {terminated: {cause: BOREDOM}}} | one of CLOSED, SESSION_ERROR",
        "{await: wire} | what to wait for",
        "{send: []} | at least one frame",
        "{send: {PING: {}}} | one of SYN, RST, DATA, WNDINC, PRI, GOAWAY, FRAME, bytes",
        "{send: {SYN: {}}} | \"stream\" is missing",
        "{send: {SYN: {stream: 1+a}}} | a stream id, a name, next",
        "{send: {DATA: {stream: p, size: all}}} | \"window\"",
        "{send: {DATA: {stream: p, size: 0, beyond: window}}} | a number from 1 to 67108864",
        "{send: {DATA: {stream: p, bytes: \"0\"}}} | pairs of hex digits",
        "{send: {RST: {stream: p, code: 1, declared-length: 16384}}} | a number from 0 to 16383",
        "{send: {FRAME: {type: 32, stream: p}}} | a number from 0 to 31",
        "{send: {PRI: {stream: p, priority: 1}}, times: 0} | a number from 1 to 1000000",
        "{expect: {PING: {}}} | exactly one of DATA, END, GOAWAY, PRI, RST, SYN, WNDINC",
        "{expect: {session-error: [1], SYN: {}}} | session-error alone",
        "{expect: {RST: {stream: p, code: NOPE}}} | a number or one of",
        "{expect: {SYN: 3}} | the fields of the frame, {} for any",
        "{expect: {SYN: {size: 3}}} | one of fin, priority, stream, type",
        "{fence: picket} | one of ECHO, WIRE, HEARTBEAT",
        "{fence: echo, at-most: [{SYN: {}}]} | \"count\" is missing",
        "{gate: ajar} | open or shut",
        "{close: door} | \"wire\"",
        "{break: {before: 1}} | \"after\" is missing",
        "{clock: {advance: 0}} | a number from 1",
        "{clock: 3} | {advance: milliseconds}",
        "{gate: open, mark: Here} | a name of lower-case letters and digits",
        "{gate: open, times: 2} | one of gate, level, mark",
      })
  void namesWhatAStepExpects(String step, String expected) {
    FormatException error = error("steps:\n- " + step + "\n");
    assertEquals(9, error.findings().get(0).at().line());
    assertTells(expected, error.getMessage());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "steps: [] | at least one step",
        "steps: 3 | a list",
        "wire: {size: 3} | \"capacity\" is missing",
        "wire: 3 | {capacity: octets}",
        "options: {backlog: 0} | a number from 1 to 1048576",
        "options: {speed: 1} | one of backlog",
        "options: {heartbeat: {interval: 1}} | \"tolerance\" is missing",
        "preparation: 1 | a number of steps below 1",
        "chunkings: [minced] | one of WHOLE, OCTETS, SPLIT_HEADERS, COALESCED",
        "never: [{SYN: {}, unless: noon}] | \"fence\"",
        "never: [{after: a}] | exactly one of",
        "surprise: 1 | one of",
      })
  void namesWhatAConversationExpects(String line, String expected) {
    String steps = line.startsWith("steps") ? "" : "steps: [{app: kill}]\n";
    String message = error(steps + line + "\n").getMessage();
    assertTells(expected, message);
  }

  @Test
  void reportsTheErrorsOfAllSteps() {
    FormatException error = error("steps:\n- {gate: ajar}\n- {app: kill}\n- {close: door}\n");
    assertEquals(2, error.findings().size());
    assertEquals("f:11:13", error.findings().get(1).at().toString());
  }

  @Test
  void namesWhatIsMissingAtTheTop() {
    String text = "conversations: [{id: area/name}]";
    FormatException error =
        assertThrows(
            FormatException.class, () -> ConversationReader.read(YamlSource.parse("f", text)));
    assertEquals("f:1:17: \"title\" is missing", error.getMessage());
  }

  @Test
  void refusesAConversationWithoutRequirements() {
    String text = HEAD.replace("[SYN-1]", "[]") + "  steps: [{app: kill}]\n";
    FormatException error =
        assertThrows(
            FormatException.class, () -> ConversationReader.read(YamlSource.parse("f", text)));
    assertEquals("f:4:17: found a list of 0, expected at least one id", error.getMessage());
  }
}
