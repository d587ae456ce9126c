package org.muxado.tck.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.Role;
import org.muxado.tck.toy.ToyImplementation;
import org.muxado.tck.verdict.Failure;
import org.muxado.tck.verdict.Verdict;
import org.muxado.vectors.conversation.Conversation;
import org.muxado.vectors.conversation.Conversation.Chunking;

/** Each kind of step fails where the implementation does something else, and says what. */
@Timeout(20)
class StepFailureTest {

  private static String fault(String... steps) {
    return fault(Cases.of(steps));
  }

  private static String fault(Conversation conversation) {
    Played played = Cases.play(new ToyImplementation(), conversation, Role.CLIENT, Chunking.WHOLE);
    assertEquals(1, played.failures().size(), () -> Cases.lines(played).toString());
    return Cases.lines(played).get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{SYN: {stream: x}}; SYN stream x without FIN; DATA stream 3 2 octets 6869",
        "{DATA: {stream: a, text: ho}}; DATA stream 3 (a) without FIN 2 octets 686f; DATA stream 3 2 octets 6869",
        "{DATA: {stream: a, text: hi, fin: true}}; DATA stream 3 (a) FIN 2 octets 6869; nothing for",
        "{DATA: {stream: a, size: 2}}; DATA stream 3 (a) without FIN 2 octets of the pattern; DATA stream 3 2 octets 6869",
        "{RST: {stream: a, code: [CANCEL, NO_ERROR]}}; RST stream 3 (a) CANCEL or NO_ERROR; DATA stream 3",
        "{WNDINC: {stream: a, increment: 5}}; WNDINC stream 3 (a) increment 5; DATA stream 3",
        "{PRI: {stream: a, priority: 5}}; PRI stream 3 (a) priority 5; DATA stream 3",
        "{GOAWAY: {last: a, code: CANCEL, debug-contains: x}}; GOAWAY last 3 (a) CANCEL with \"x\" in its debug text; DATA stream 3",
        "{END: {}}; the end of the implementation's output; DATA stream 3",
        "{session-error: [PROTOCOL_ERROR]}; GOAWAY PROTOCOL_ERROR; DATA stream 3",
        "{any-order: [{RST: {stream: a}}, {END: {}}]}; RST stream 3 (a) and the end of; DATA stream 3",
      })
  void anExpectStepNamesWhatItWantedAndWhatCame(String expect, String wanted, String came) {
    String line =
        fault(
            "app: {open: a}",
            "expect: {SYN: {stream: a}}",
            "app: {write: a, text: hi}",
            "expect: " + expect);
    assertTrue(line.contains(" at step 4: " + wanted), line);
    assertTrue(line.contains("| " + came), line);
  }

  @Test
  void onlyAStepBehindThePreparationNamesRules() {
    String open = "app: {open: a}";
    String wrong = "expect: {RST: {}}";
    Failure before = failureOf(Cases.withHead("preparation: 2", open, wrong, "app: {finish: a}"));
    assertEquals(List.of(), before.requirements());
    assertEquals("step 2, while preparing the case", before.place());
    Failure after = failureOf(Cases.withHead("preparation: 1", open, wrong));
    assertEquals(List.of("LIFE-1"), after.requirements());
    assertEquals("step 2", after.place());
  }

  private static Failure failureOf(Conversation conversation) {
    return Cases.play(new ToyImplementation(), conversation).failures().get(0);
  }

  @Test
  void anExpectStepFailsAtOnceWhenTheOutputHasEnded() {
    assertEquals(
        "FAIL at step 2: RST | the implementation ended its output",
        fault("break: wire", "expect: {RST: {}}").replace("  ", " "));
  }

  @Test
  void nothingAtAllIsHung() {
    String line = fault("expect: {RST: {}}");
    assertTrue(line.startsWith("HUNG at step 1: RST | nothing for 300 ms"), line);
  }

  @Test
  void aSpuriousFinFailsAnExpectationWithoutFin() {
    String line =
        fault(
            "app: {open: a}",
            "expect: {SYN: {stream: a}}",
            "app: {write: a, text: hi, fin: true}",
            "expect: {DATA: {stream: a, text: hi}}");
    assertTrue(line.contains("without FIN 2 octets 6869 | DATA stream 3 FIN"), line);
  }

  @Test
  void dataInTheWrongOrderIsNamed() {
    String line =
        fault(
            "app: {open: a}",
            "app: {open: b}",
            "app: {write: b, text: b}",
            "expect: {SYN: {stream: a}}",
            "expect: {SYN: {stream: b}}",
            "expect: {DATA: {stream: b}}",
            "app: {write: a, text: a}",
            "app: {write: b, text: b}",
            "expect: {first-data-order: [b, a]}");
    assertEquals(
        "FAIL at step 9: DATA first on streams 5, 3, in this order | it came first on 3, 5", line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "await: {read: s, text: ho}; to read 686f from s (stream 4); 2 octets 6869",
        "await: {read: s, text: hi, eof: true}; an answer to the end of s (stream 4); nothing for",
        "await: {read: s, size: 2}; to read 0405 from s (stream 4); 2 octets 6869",
        "await: {read: s, text: hi, fails: {kind: RESET_BY_PEER}}; an answer to reading s; nothing for",
        "await: {outcome: s, kind: none}; an answer to the end of s (stream 4); nothing for",
        "await: {terminated: {cause: CLOSED}}; an answer to the end of the session; nothing for",
        "await: {wire: full}; the wire to be full; nothing for",
        "await: {window: p, at-least: 65535}; a window of at least 65535 on stream 4; nothing for",
        "{app: {write: s, text: x}, fails: {kind: GONE_AWAY}}; failure GONE_AWAY; it went well",
        "{app: {reset: s, code: REFUSED_STREAM}}; to go well; failure INVALID_CALL",
        "{app: {accept: t}}; an answer to accept t; nothing for",
        "{fence: echo, forbids: [{SYN: {}}], since: m}; no SYN before the fence; SYN stream 3",
        "{fence: wire, at-most: [{SYN: {}, count: 0, since: m}]}; at most 0 SYN; 1: SYN stream 3",
      })
  void otherStepsNameWhatTheyWantedAndWhatCame(String step, String wanted, String came) {
    String line =
        fault(
            "{fence: echo, mark: m}",
            "send: {SYN: {stream: p}}",
            "app: {accept: s, stream: p}",
            "send: {DATA: {stream: p, text: hi}}",
            "app: {open: a}",
            "expect: {SYN: {stream: a}}",
            step);
    assertTrue(line.contains(" at step 7: "), line);
    assertTrue(line.contains(wanted), line);
    assertTrue(line.contains("| " + came), line);
  }

  @Test
  void anotherEndOfAStreamIsNamed() {
    String line =
        fault(
            "app: {open: a}",
            "expect: {SYN: {stream: a}}",
            "send: {RST: {stream: a, code: CANCEL}}",
            "await: {outcome: a, kind: RESET_BY_PEER, code: NO_ERROR, retry: UNKNOWN}");
    assertEquals(
        "FAIL at step 4: the end of a (stream 3) by failure RESET_BY_PEER, code NO_ERROR, retry"
            + " UNKNOWN | failure RESET_BY_PEER, code CANCEL, retry UNKNOWN",
        line);
  }

  @Test
  void anotherEndOfTheSessionIsNamed() {
    String line = fault("close: wire", "await: {terminated: {cause: CLOSED, by-peer: true}}");
    assertTrue(line.contains("the session to end with cause CLOSED | cause TRANSPORT"), line);
  }

  @Test
  void theAcceptedStreamIsChecked() {
    assertEquals(
        "FAIL at step 3: accept stream 6 | 4",
        fault(
            "send: {SYN: {stream: p}}", "send: {SYN: {stream: q}}", "app: {accept: s, stream: q}"));
    assertEquals(
        "FAIL at step 2: accept a stream of type 7 | 0",
        fault("send: {SYN: {stream: p}}", "app: {accept: s, type: 7}"));
    assertEquals(
        "FAIL at step 2: accept a stream of priority 7 | 3",
        fault("send: {SYN: {stream: p, priority: 3}}", "app: {accept: s, priority: 7}"));
  }

  @Test
  void aNeverIsJudgedOverTheWholeTranscript() {
    String line =
        fault(
            Cases.withHead(
                "never: [{SYN: {}, after: m}, {GOAWAY: {}}, {END: {}}]",
                "{fence: echo, mark: m}",
                "app: {open: a}",
                "expect: {SYN: {stream: a}}"));
    assertEquals("FAIL at never 1: no SYN after m | SYN stream 3", line);
  }

  @Test
  void aNeverMayAllowSomeAndEndAtAMark() {
    Conversation conversation =
        Cases.withHead(
            "never: [{SYN: {}, more-than: 1}, {SYN: {}, until: m}]",
            "{fence: echo, mark: m}",
            "app: {open: a}",
            "expect: {SYN: {stream: a}}");
    Played played =
        Cases.playPatiently(new ToyImplementation(), conversation, Role.CLIENT, Chunking.WHOLE);
    assertEquals(List.of(), Cases.lines(played));
  }

  @Test
  void aShouldThatIsNotMetIsNotStrict() {
    Conversation must = Cases.of("expect: {RST: {}}", "expect: {RST: {}}");
    Conversation should = Cases.should("break: wire", "expect: {RST: {}}");
    Played played = Cases.play(new ToyImplementation(), should);
    assertEquals(
        List.of(Verdict.NON_STRICT), played.failures().stream().map(Failure::verdict).toList());
    assertEquals(
        Verdict.HUNG, Cases.play(new ToyImplementation(), must).failures().get(0).verdict());
  }

  @Test
  void aMissingOperationIsUnimplemented() {
    Played played = Cases.play(new ToyImplementation(), Cases.of("app: drain"));
    assertEquals(
        List.of("UNIMPLEMENTED at step 1: the operation drain | the adapter lacks drain"),
        Cases.lines(played));
  }

  /** It used to be CRASHED, as if the implementation had failed. */
  @ParameterizedTest
  @ValueSource(strings = {"start", "open"})
  void aFaultOfTheKitInACallIsAKitError(String call) {
    Implementation failing = new KitFaultImplementation(call);
    Played played = Cases.play(failing, Cases.withHead("echo: false", "app: {open: a}"));
    assertEquals(
        List.of(Verdict.KIT_ERROR), played.failures().stream().map(Failure::verdict).toList());
    assertTrue(Cases.lines(played).get(0).contains("a bug of the kit"));
  }

  @Test
  void theTranscriptShowsBothDirectionsAndTheApplication() {
    Played played =
        Cases.play(
            new ToyImplementation(),
            Cases.of("app: {open: a}", "expect: {SYN: {stream: a}}", "expect: {END: {}}"));
    assertTrue(played.transcript().contains("kit  ->  SYN stream 2"), played.transcript());
    assertTrue(played.transcript().contains("impl <-  SYN stream 3"), played.transcript());
    assertTrue(played.transcript().contains("app      opened a: stream 3"), played.transcript());
  }
}
