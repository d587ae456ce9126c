package org.muxado.tck.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muxado.tck.spi.Role;
import org.muxado.tck.toy.ToyImplementation;
import org.muxado.vectors.conversation.Conversation;
import org.muxado.vectors.conversation.Conversation.Chunking;

/** Steps that leave the implementation a choice, or look closer than a frame. */
@Timeout(60)
class FurtherStepsTest {

  private static final String OPEN = "app: {open: a}";
  private static final String SYN = "expect: {SYN: {stream: a}}";

  private static List<String> patient(Conversation conversation) {
    return Cases.lines(
        Cases.playPatiently(new ToyImplementation(), conversation, Role.CLIENT, Chunking.WHOLE));
  }

  private static String fault(Conversation conversation) {
    Played played = Cases.play(new ToyImplementation(), conversation, Role.CLIENT, Chunking.WHOLE);
    assertEquals(1, played.failures().size(), () -> Cases.lines(played).toString());
    return Cases.lines(played).get(0);
  }

  @Test
  void eventuallyPassesOverWhatComesBefore() {
    assertEquals(
        List.of(),
        patient(
            Cases.of(
                OPEN,
                "app: {open: b}",
                "app: {write: a, text: one}",
                "app: {write: b, text: two}",
                "expect: {eventually: {DATA: {stream: b}}}")));
  }

  @Test
  void eventuallySaysWhatNeverCame() {
    String line = fault(Cases.of(OPEN, "expect: {eventually: {RST: {stream: a}}}"));
    assertTrue(line.startsWith("HUNG at step 2: RST stream 3 (a)"), line);
  }

  @Test
  void readsOctetByOctet() {
    assertEquals(
        List.of(),
        patient(
            Cases.of(
                OPEN,
                SYN,
                "send: {DATA: {stream: a, size: 300, fin: true}}",
                "await: {read: a, size: 300, by: 1, eof: true}")));
  }

  @Test
  void readsWhatKeptToTheWindow() {
    assertEquals(
        List.of(),
        patient(
            Cases.of(
                OPEN,
                SYN,
                "send: {DATA: {stream: a, size: 1, beyond: window}}",
                "expect: {RST: {stream: a, code: FLOW_CONTROL_ERROR}}",
                "await: {read: a, size: window, fails: {code: FLOW_CONTROL_ERROR}}")));
  }

  private static Conversation afterAnUnknownType(String codes) {
    return Cases.of(
        "send: {FRAME: {type: 31, stream: 0}}",
        "{fence: echo, tolerates: " + codes + "}",
        "expect: {RST: {}}");
  }

  @Test
  void aToleratedSessionErrorEndsTheCaseWell() {
    assertEquals(List.of(), patient(afterAnUnknownType("[CANCEL, PROTOCOL_ERROR]")));
  }

  @Test
  void anotherSessionErrorIsNotTolerated() {
    String line = fault(afterAnUnknownType("INTERNAL_ERROR"));
    assertTrue(line.startsWith("FAIL at step 2"), line);
  }

  @Test
  void aReaderHasTakenEverythingThatWasSent() {
    assertEquals(
        List.of(),
        patient(Cases.of(OPEN, SYN, "send: {DATA: {stream: a}}", "await: {wire: read}")));
  }

  @Test
  void aReleasedTransportLeavesOctetsUnread() {
    String line =
        fault(
            Cases.of(
                "app: kill",
                "expect: {END: {}}",
                "send: {SYN: {stream: p}}",
                "await: {wire: read}"));
    assertTrue(line.contains("it released the transport with octets unread"), line);
  }

  @Test
  void aReleasedWireIsSeenAndOneThatIsKeptIsNot() {
    assertEquals(List.of(), patient(Cases.of("app: kill", "await: {wire: released}")));
    String line = fault(Cases.of(OPEN, SYN, "await: {wire: released}"));
    assertTrue(line.contains("the implementation to release the wire"), line);
  }

  @Test
  void anOpeningThatWentWellIsJudgedByItsOutcome() {
    assertEquals(
        List.of(),
        patient(
            Cases.of(
                "{app: {open: a}, pending: o}",
                "expect: {SYN: {}}",
                "send: {RST: {stream: last-seen, code: REFUSED_STREAM}}",
                "await: {outcome: a, opening: o, code: REFUSED_STREAM, retry: NOT_PROCESSED}")));
  }

  @Test
  void anOpeningThatFailedIsJudgedByItsFailure() {
    assertEquals(
        List.of(),
        patient(
            Cases.of(
                "send: {GOAWAY: {last: 0, code: NO_ERROR}}",
                "fence: echo",
                "{app: {open: a}, pending: o}",
                "await: {outcome: a, opening: o, kind: GONE_AWAY, retry: NOT_PROCESSED}")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"send: {RST: {stream: p, code: CANCEL}}", "fence: echo"})
  void aSettledOperationMayEndEitherWay(String step) {
    assertEquals(
        List.of(),
        patient(
            Cases.of(
                "send: {SYN: {stream: p}}",
                "app: {accept: s}",
                "{app: {write: s, text: x}, pending: w}",
                step,
                "await: {settled: w}")));
  }

  @Test
  void aStreamOfThePeerHasNoVerdict() {
    assertEquals(
        List.of(),
        patient(
            Cases.of(
                "send: {SYN: {stream: p}}",
                "app: {accept: s}",
                "send: {RST: {stream: p, code: CANCEL}}",
                "await: {outcome: s, retry: NONE}")));
  }

  @Test
  void aVerdictFailsWhereNoneIsWanted() {
    String line =
        fault(
            Cases.of(
                OPEN,
                SYN,
                "send: {RST: {stream: a, code: CANCEL}}",
                "await: {outcome: a, retry: NONE}"));
    assertTrue(line.contains("retry UNKNOWN"), line);
  }

  @Test
  void theApplicationIsToldAPriority() {
    assertEquals(
        List.of(), patient(Cases.of("app: {open: a, priority: 5}", "await: {priority: a, is: 5}")));
    String line = fault(Cases.of("app: {open: a, priority: 5}", "await: {priority: a, is: 6}"));
    assertTrue(line.startsWith("FAIL at step 2: the priority 6 on a | it is 5"), line);
  }

  @Test
  void aRecommendedStepOfAStrictCaseIsNotStrict() {
    String line =
        fault(
            Cases.of(
                OPEN,
                SYN,
                "app: {write: a, text: x}",
                "{expect: {DATA: {stream: a, text: y}}, level: SHOULD}"));
    assertTrue(line.startsWith("NON_STRICT at step 4"), line);
  }

  @Test
  void aNeverRuleMayCountOctets() {
    String steps = "app: {write: a, size: 100}\n      - expect: {DATA: {stream: a, size: 100}}";
    assertEquals(List.of(), patient(withNever(steps, 100)));
    String line = fault(withNever(steps, 99));
    assertTrue(line.startsWith("FAIL at never 1: at most 99 octets in DATA"), line);
  }

  private static Conversation withNever(String steps, int octets) {
    return Cases.of(
        OPEN,
        SYN,
        steps + "\n    never:\n      - {DATA: {stream: a}, more-than-octets: " + octets + "}");
  }
}
