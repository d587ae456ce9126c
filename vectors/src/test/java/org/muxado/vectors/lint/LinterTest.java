package org.muxado.vectors.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muxado.vectors.VectorFile;
import org.muxado.vectors.source.Finding;

class LinterTest {

  private static final String HEAD =
      """
      conversations:
      - id: area/name
        title: What is shown here
        requirements: [SYN-1]
        level: MUST
        role: both
        provenance: {kind: spec, ref: "section 6.1"}
      """;

  private static final String VECTOR =
      """
      vectors:
      - id: syn/name
        title: What is shown here
        requirements: [SYN-1]
        level: MUST
        provenance: {kind: spec, ref: "section 6.1"}
      """;

  private static List<Finding> lint(String path, String text) {
    return Linter.check(List.of(new VectorFile(path, text))).findings();
  }

  private static String only(String path, String text) {
    List<Finding> findings = lint(path, text);
    assertEquals(1, findings.size(), findings.toString());
    return findings.get(0).toString();
  }

  private static String onlyIn(String tail) {
    return only("conversations/area.yaml", HEAD + tail.indent(2));
  }

  @Test
  void findsNothingInAGoodFile() {
    assertEquals(List.of(), lint("conversations/area.yaml", HEAD + "  steps: [{close: wire}]\n"));
  }

  /** The first used to be told as {@code unknown key "never", did you mean "level"?}. */
  @Test
  void takesNoRightKeyForAMisspeltOne() {
    String text = HEAD.replace("  level: MUST\n", "");
    String tail = "  steps: [{close: wire}]\n  never: [{RST: {}}]\n";
    assertEquals(
        "conversations/area.yaml:2:3: \"level\" is missing",
        only("conversations/area.yaml", text + tail));
  }

  /** Each of the two used to be called an unknown key of the other kind. */
  @Test
  void tellsOnceThatAFileHoldsOneKind() {
    String text = HEAD + "  steps: [{close: wire}]\n" + "vectors: []\n";
    assertEquals(
        "conversations/area.yaml:9:1: found \"vectors\", expected it or \"conversations\", not both",
        only("conversations/area.yaml", text));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{app: {finish: a}} | stream \"a\" in area/name, expected a stream that the application",
        "{await: {read: a, eof: true}} | stream \"a\" in area/name, expected a stream that the",
        "{send: {DATA: {stream: p}}} | stream \"p\" in area/name, expected a name that was bound",
        "{send: {GOAWAY: {last: p, code: 0}}} | stream \"p\" in area/name, expected a name",
        "{send: {SYN: {stream: p, id: q}}} | stream \"q\" in area/name, expected a name",
        "{send: {SYN: {stream: q+2}}} | stream \"q\" in area/name, expected a name",
        "{expect: {RST: {stream: p}}} | stream \"p\" in area/name, expected a name that was bound",
        "{expect: {GOAWAY: {last: {from: 0, to: p}}}} | stream \"p\" in area/name, expected",
        "{expect: {eventually: {RST: {stream: p}}}} | stream \"p\" in area/name, expected a name",
        "{expect: {first-data-order: [p, 5]}} | stream \"p\" in area/name, expected a name",
        "{await: {window: p, at-least: 1}} | stream \"p\" in area/name, expected a name",
        "{app: {accept: s, stream: p}} | stream \"p\" in area/name, expected a name that was",
        "{fence: echo, since: m} | mark \"m\" in area/name, expected a mark that an earlier",
        "{fence: echo, forbids: [{RST: {stream: p}}]} | stream \"p\" in area/name, expected",
        "{fence: echo, at-most: [{RST: {}, count: 1, since: m}]} | mark \"m\" in area/name",
        "{await: {done: w}} | \"w\" in area/name, expected a pending operation",
        "{await: {settled: w}} | \"w\" in area/name, expected a pending operation",
      })
  void findsNamesThatWereNotBound(String step, String expected) {
    String finding = onlyIn("steps:\n- " + step + "\n");
    assertTrue(finding.startsWith("conversations/area.yaml:9:"), finding);
    assertTrue(finding.contains("found " + expected), finding);
  }

  private static List<String> lines(String tail) {
    return lint("conversations/area.yaml", HEAD + tail.indent(2)).stream()
        .map(Finding::toString)
        .toList();
  }

  /** The right key used to be called missing. */
  @Test
  void namesAKeyThatIsMisspelt() {
    assertEquals(
        "conversations/area.yaml:8:3: unknown key \"stpes\", did you mean \"steps\"?",
        onlyIn("stpes: [{close: wire}]\n"));
    assertEquals(
        "conversations/area.yaml:9:18: unknown key \"prioritiy\", did you mean \"priority\"?",
        onlyIn("steps:\n- send: {PRI: {prioritiy: 5, stream: 3}}\n"));
    assertEquals(
        "conversations/area.yaml:9:5: unknown key \"expcet\", did you mean \"expect\"?",
        onlyIn("steps:\n- expcet: {END: {}}\n"));
  }

  /** Only the first used to be told. */
  @Test
  void tellsAllFaultsOfAFile() {
    List<String> lines =
        lines(
            """
            wier: {capacity: 1}
            echo: 3
            colour: red
            steps:
            - {close: door}
            - {gate: ajar}
            - {close: wire, colour: red}
            """);
    assertEquals(6, lines.size(), lines.toString());
    assertEquals("conversations/area.yaml:8:3: unknown key \"wier\"", lines.get(0));
    assertTrue(lines.get(1).endsWith(":9:9: found 3, expected true or false"), lines.get(1));
    assertEquals("conversations/area.yaml:10:3: unknown key \"colour\"", lines.get(2));
    assertTrue(lines.get(3).endsWith("found \"door\", expected \"wire\""), lines.get(3));
    assertTrue(lines.get(4).endsWith("found \"ajar\", expected open or shut"), lines.get(4));
    assertTrue(lines.get(5).contains(":14:19: found \"colour\", expected one of"), lines.get(5));
  }

  @Test
  void findsANameThatOnlyFramesMayUse() {
    String finding = onlyIn("steps:\n- send: {SYN: {stream: p}}\n- app: {finish: p}\n");
    assertTrue(finding.startsWith("conversations/area.yaml:10:"), finding);
  }

  @Test
  void findsNamesThatAreBoundTwice() {
    String finding = onlyIn("steps:\n- app: {open: a}\n- app: {accept: a}\n");
    assertTrue(finding.contains("found stream \"a\" again"), finding);
  }

  @Test
  void findsMarksThatAreSetTwice() {
    String finding = onlyIn("steps:\n- {gate: shut, mark: m}\n- {gate: open, mark: m}\n");
    assertTrue(finding.contains("found mark \"m\" again"), finding);
  }

  @Test
  void findsMarksOfNeverThatNoStepSets() {
    String finding = onlyIn("steps: [{close: wire}]\nnever:\n- {SYN: {}, until: m}\n");
    assertTrue(finding.startsWith("conversations/area.yaml:10:"), finding);
    assertTrue(finding.contains("mark \"m\""), finding);
  }

  @Test
  void findsPendingOperationsThatNobodyAwaits() {
    String finding = onlyIn("steps:\n- {app: {open: a}, pending: w}\n");
    assertTrue(finding.contains("found pending \"w\" in area/name"), finding);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "steps: [{app: {open: a, priority: 1}}] | PRIORITY",
        "steps: [{app: {open: a, type: 1}}] | STREAM_TYPE",
        "steps: [{app: {accept: a, priority: 0}}] | PRIORITY",
        "steps: [{app: {open: a}}, {await: {priority: a, is: 0}}] | PRIORITY",
        "steps: [{app: {accept: a, type: 0}}] | STREAM_TYPE",
        "steps: [{app: {open: a}}, {app: {reset: a, code: 7}}] | RESET",
        "steps: [{app: {open: a}}, {app: {shutdown-input: a}}] | SHUTDOWN_INPUT",
        "steps: [{app: {open: a}}, {app: {set-priority: a, priority: 1}}] | REPRIORITISE",
        "steps: [{app: {go-away: 0}}] | GO_AWAY",
        "steps: [{app: drain}] | DRAIN",
        "steps: [{app: kill}] | KILL",
        "steps: [{app: quiesce}] | QUIESCE",
        "steps: [{await: {terminated: {by-peer: true}}}] | TERMINATION",
        "steps: [{app: {open: a}}, {await: {outcome: a}}] | OUTCOME",
        "steps: [{app: {open: a}, fails: {retry: UNKNOWN}}] | RETRY_VERDICT",
        "steps: [{app: {open: a}}, {await: {read: a, fails: {code: 1}}}] | OUTCOME",
        "steps: [{app: drain, pending: w}, {await: {done: w}}] | DRAIN",
        "steps: [{clock: {advance: 1}}] | CLOCK",
        "steps: [{close: wire}], options: {backlog: 2} | BACKLOG",
        "steps: [{close: wire}], options: {heartbeat: {interval: 1, tolerance: 1}} | HEARTBEAT",
        "steps: [{close: wire}], options: {extensions: [0xFFFFFF00]} | EXTENSIONS",
        "steps: [{close: wire}], options: {pri: true} | PRI",
        "steps: [{close: wire}], options: {quirks: true} | QUIRKS",
        "steps: [{close: wire}], options: {first-id: 9} | FIRST_STREAM_ID",
        "steps: [{close: wire}], options: {limits: {goaways: 3}} | LIMITS",
        "steps: [{close: wire}], options: {clock: true} | CLOCK",
      })
  void findsCapabilitiesThatAreNotNamed(String fields, String need) {
    String tail = fields.replace("], options", "]\noptions") + "\n";
    String finding = onlyIn(tail);
    boolean isOption = fields.contains("options");
    String user = isOption ? "the options" : "step " + (fields.contains("}}, {") ? 2 : 1);
    assertTrue(
        finding.startsWith("conversations/area.yaml:" + (isOption ? "2:3: " : "8:")), finding);
    assertTrue(
        finding.endsWith(": add needs: [" + need + "]: " + user + " of the case makes use of it"),
        finding);
    assertEquals(
        List.of(),
        lint("conversations/area.yaml", HEAD + (tail + "needs: [" + need + "]\n").indent(2)));
  }

  @Test
  void findsHeartbeatsThatNeedNotBeAnswered() {
    assertEquals(
        "conversations/area.yaml:2:3: add options: {heartbeat: ...}: without it no heartbeat need"
            + " be answered",
        onlyIn("steps: [{close: wire}]\nneeds: [HEARTBEAT]\n"));
  }

  @Test
  void findsUnknownRequirements() {
    String text = HEAD.replace("SYN-1", "SYN-1, SYN-99") + "  steps: [{close: wire}]\n";
    assertEquals(
        "conversations/area.yaml:4:25: found \"SYN-99\","
            + " expected an id of spec/requirements.yaml",
        only("conversations/area.yaml", text));
  }

  @Test
  void findsIdsThatOccurTwice() {
    String text = HEAD + "  steps: [{close: wire}]\n";
    Linter.Result result =
        Linter.check(
            List.of(
                new VectorFile("conversations/area/one.yaml", text),
                new VectorFile("conversations/area/two.yaml", text)));
    List<Finding> findings = result.findings();
    assertTrue(result.isComplete());
    assertEquals(1, findings.size());
    assertEquals(
        "conversations/area/two.yaml:2:7: found \"area/name\" again,"
            + " expected one like it only at conversations/area/one.yaml:2:7",
        findings.get(0).toString());
  }

  @Test
  void findsIdsThatDoNotFitTheirPlace() {
    String text = HEAD + "  steps: [{close: wire}]\n";
    assertEquals(
        "conversations/goaway.yaml:2:7: found \"area/name\","
            + " expected an id that begins with \"goaway/\"",
        only("conversations/goaway.yaml", text));
    assertEquals(List.of(), lint("my/area.yaml", text));
    assertEquals(List.of(), lint("my/conversations/area/x.yaml", text));
  }

  @Test
  void findsWhatOnlyTheSchemaForbids() {
    String text = HEAD.replace("What is shown here", "Short") + "  steps: [{close: wire}]\n";
    String finding = only("conversations/area.yaml", text);
    assertTrue(
        finding.startsWith("conversations/area.yaml:3:10: found \"Short\", expected by the schema"),
        finding);
  }

  @Test
  void findsUnknownCapabilities() {
    String finding = onlyIn("steps: [{close: wire}]\nneeds: [TELEPATHY]\n");
    assertTrue(finding.startsWith("conversations/area.yaml:9:11: found \"TELEPATHY\""), finding);
  }

  @Test
  void reportsFormatErrorsAndGoesOnWithOtherFiles() {
    Linter.Result result =
        Linter.check(
            List.of(
                new VectorFile("frames/a.yaml", "vectors: [{id: a/b}]"),
                new VectorFile("other.yaml", "things: []"),
                new VectorFile("conversations/area.yaml", HEAD + "  steps: [{app: nap}]\n")));
    assertFalse(result.isComplete());
    List<String> lines = result.findings().stream().map(Finding::toString).toList();
    assertEquals(8, lines.size(), lines.toString());
    assertEquals("frames/a.yaml:1:11: \"hex\" is missing", lines.get(0));
    assertTrue(lines.contains("frames/a.yaml:1:11: \"title\" is missing"), lines.toString());
    assertTrue(lines.get(6).contains("expected a map with \"vectors\" or"), lines.toString());
    assertTrue(lines.get(7).startsWith("conversations/area.yaml:8:"), lines.toString());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "both | 0000 00 01 00000003 | frames: [{SYN: {stream: 5}}] | frames: [{SYN: {stream: 3}}]",
        "encode | 0000 00 01 00000003 | frames: [{SYN: {stream: 5}}] | hex 0000000100000005",
        "encode | 0004 02 01 00000003 00000000 | frames: [{SYN: {stream: 3}}] | hex 0000",
        "decode | 0000 00 01 00000000 | frames: [] | error PROTOCOL_ERROR",
        "decode | 0000 00 03 00000003 | 'frames: [{DATA: {stream: 3}}]\n  error: {codes: [1],"
            + " decided-after: 8}' | none, since all frames are right",
        "decode | 0003 00 01 00000003 | 'error: {codes: [1], decided-after: 8}' | error FRAME_SIZE",
        "decode | 0003 00 01 00000003 | 'error: {codes: [5], decided-after: 7}' | at least 8",
      })
  void findsVectorsThatTheCodecContradicts(String kind, String hex, String rest, String expected) {
    String text = VECTOR + "  kind: %s\n  hex: \"%s\"\n  %s\n".formatted(kind, hex, rest);
    List<Finding> findings = lint("frames/syn.yaml", text);
    assertTrue(
        findings.stream().anyMatch(finding -> finding.expected().contains(expected)),
        findings.toString());
  }
}
