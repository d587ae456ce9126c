package org.muxado.vectors.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muxado.vectors.Level;
import org.muxado.vectors.Provenance;
import org.muxado.vectors.conversation.Conversation.Chunking;
import org.muxado.vectors.conversation.SendItem.OutFrame;
import org.muxado.vectors.conversation.SendItem.Tampering;
import org.muxado.vectors.source.YamlSource;
import org.muxado.vectors.wire.Codes;
import org.muxado.vectors.wire.ErrorCodes;

class ConversationReaderTest {

  private static final String HEAD =
      """
      conversations:
      - id: area/name
        title: What is shown
        requirements: [GOAWAY-3, RETRY-2]
        level: SHOULD
        role: both
        provenance: {kind: bug-class, ref: "somewhere"}
      """;

  private static Conversation read(String tail) {
    List<Conversation> all =
        ConversationReader.read(YamlSource.parse("area.yaml", HEAD + tail.indent(2)));
    assertEquals(1, all.size());
    return all.get(0);
  }

  private static Action action(String step) {
    return read("steps:\n- " + step).steps().get(0).action();
  }

  private static StreamRef named(String name) {
    return new StreamRef.Named(name, 0);
  }

  private static Payload octets(int... octets) {
    byte[] bytes = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      bytes[i] = (byte) octets[i];
    }
    return new Payload.Exactly(bytes);
  }

  private static SendItem frame(OutFrame frame) {
    return new SendItem.Frames(frame, Tampering.NONE, 1);
  }

  private static Action app(AppOperation operation) {
    return new Action.App(operation, null, null);
  }

  @Test
  void readsWhatStandsBeforeTheSteps() {
    Conversation read =
        read(
            """
            needs: [RETRY_VERDICT]
            options:
              backlog: 2
              heartbeat: {interval: 3000, tolerance: 10000}
              extensions: [0xFFFFFF00]
              pri: true
              quirks: true
              first-id: 2147483645
              limits: {reset-time: 5000, resets: 9}
              clock: true
            wire: {capacity: 4096}
            echo: false
            chunkings: [whole, split-headers]
            catches: [goaway-ignored]
            intent: |
              Longer text.
            steps: [{app: drain}]
            """);
    assertEquals("area/name", read.id());
    assertEquals(List.of("GOAWAY-3", "RETRY-2"), read.requirements());
    assertEquals(Level.SHOULD, read.level());
    assertEquals(Conversation.Side.BOTH, read.role());
    assertEquals(Set.of("RETRY_VERDICT"), read.needs());
    assertEquals(
        new SessionOptions(
            2,
            new SessionOptions.Heartbeat(3000, 10000),
            Set.of(0xFFFFFF00),
            true,
            true,
            2147483645,
            Map.of(Limit.RESET_TIME, 5000, Limit.RESETS, 9),
            true),
        read.options());
    assertEquals(4096, read.wireCapacity());
    assertFalse(read.echo());
    assertEquals(Set.of(Chunking.WHOLE, Chunking.SPLIT_HEADERS), read.chunkings());
    assertEquals(List.of("goaway-ignored"), read.catches());
    assertEquals(new Provenance(Provenance.Kind.BUG_CLASS, "somewhere"), read.provenance());
    assertEquals("Longer text.", read.intent());
    assertEquals("area.yaml:2:3", read.at().toString());
  }

  @Test
  void takesDefaultsForWhatIsLeftOut() {
    Conversation read = read("steps: [{app: drain}]");
    assertEquals(SessionOptions.DEFAULTS, read.options());
    assertEquals(1 << 20, read.wireCapacity());
    assertTrue(read.echo());
    assertEquals(4, read.chunkings().size());
    assertEquals("", read.intent());
  }

  @Test
  void numbersStepsAndKeepsMarks() {
    List<Step> steps = read("steps:\n- app: kill\n- {gate: shut, mark: here}").steps();
    assertEquals("step 1", steps.get(0).label());
    assertNull(steps.get(0).mark());
    assertEquals(2, steps.get(1).number());
    assertEquals("here", steps.get(1).mark());
    assertEquals(new Action.Gate(false), steps.get(1).action());
  }

  @Test
  void readsOperationsOfTheApplication() {
    assertEquals(
        app(new AppOperation.Open("a", 5, 0xFFFFFEFF, true)),
        action("app: {open: a, priority: 5, type: 0xFFFFFEFF, fin: true}"));
    assertEquals(
        app(new AppOperation.Accept("s", named("p"), 7, null)),
        action("app: {accept: s, stream: p, type: 7}"));
    assertEquals(
        app(new AppOperation.Write("a", octets('h', 'i'), true)),
        action("app: {write: a, text: hi, fin: true}"));
    assertEquals(app(new AppOperation.Finish("a")), action("app: {finish: a}"));
    assertEquals(app(new AppOperation.ShutdownInput("a")), action("app: {shutdown-input: a}"));
    assertEquals(
        app(new AppOperation.Reset("a", ErrorCodes.CANCEL)),
        action("app: {reset: a, code: CANCEL}"));
    assertEquals(app(new AppOperation.Close("a")), action("app: {close: a}"));
    assertEquals(
        app(new AppOperation.SetPriority("a", 9)), action("app: {set-priority: a, priority: 9}"));
    assertEquals(
        app(new AppOperation.GoAway(0, "bye")), action("app: {go-away: NO_ERROR, debug: bye}"));
    assertEquals(app(new AppOperation.CloseSession()), action("app: close-session"));
    assertEquals(app(new AppOperation.Quiesce()), action("app: quiesce"));
  }

  @Test
  void readsHowAnOperationMustFail() {
    Failure failure =
        new Failure(Failure.Kind.GONE_AWAY, new Codes(List.of(0, 9)), Failure.Retry.NOT_PROCESSED);
    assertEquals(
        new Action.App(new AppOperation.Open("d", 0, 0, false), failure, null),
        action(
            "{app: {open: d},"
                + " fails: {kind: GONE_AWAY, code: [NO_ERROR, 9], retry: NOT_PROCESSED}}"));
    assertEquals(
        new Action.App(new AppOperation.Finish("d"), null, "w"),
        action("{app: {finish: d}, pending: w}"));
  }

  @Test
  void readsWhatIsAwaited() {
    assertEquals(
        new Action.Await(new Awaited.Read("a", octets(0x6f, 0x6b), null, true, null)),
        action("await: {read: a, bytes: \"6f6b\", eof: true}"));
    assertEquals(
        new Action.Await(new Awaited.StreamOutcome("a", null, true, Failure.ANY)),
        action("await: {outcome: a, kind: none}"));
    assertEquals(
        new Action.Await(
            new Awaited.StreamOutcome(
                "a", null, false, new Failure(Failure.Kind.RESET_BY_PEER, Codes.ANY, null))),
        action("await: {outcome: a, kind: RESET_BY_PEER}"));
    assertEquals(
        new Action.Await(
            new Awaited.StreamOutcome(
                "a", "o", false, new Failure(null, Codes.ANY, Failure.Retry.NONE))),
        action("await: {outcome: a, opening: o, retry: NONE}"));
    assertEquals(
        new Action.Await(new Awaited.Read("a", new Payload.Patterned(9), 1, false, null)),
        action("await: {read: a, size: 9, by: 1}"));
    assertEquals(
        new Action.Await(
            new Awaited.Terminated(Awaited.Cause.SESSION_ERROR, true, Codes.ANY, "flood")),
        action(
            "await: {terminated: {cause: SESSION_ERROR, by-peer: true, debug-contains: flood}}"));
    assertEquals(
        new Action.Await(new Awaited.Done("w", Failure.ANY)),
        action("await: {done: w, fails: {}}"));
    assertEquals(new Action.Await(new Awaited.WireFull()), action("await: {wire: full}"));
    assertEquals(new Action.Await(new Awaited.WireRead()), action("await: {wire: read}"));
    assertEquals(new Action.Await(new Awaited.WireReleased()), action("await: {wire: released}"));
    assertEquals(
        new Action.Await(new Awaited.Window(named("p"), 32768)),
        action("await: {window: p, at-least: 32768}"));
  }

  @Test
  void readsFramesToSend() {
    assertEquals(
        new Action.Send(
            List.of(
                frame(
                    new OutFrame.Syn(
                        named("p"), new StreamRef.Relative(StreamRef.Origin.NEXT, 4), 5, 7, true)),
                new SendItem.Raw(new byte[] {0, 1})),
            3),
        action(
            "{send: [{SYN: {stream: p, id: next+4, priority: 5, type: 7, fin: true}},"
                + " {bytes: \"00 01\"}], times: 3}"));
    assertEquals(
        new Action.Send(
            List.of(
                new SendItem.Frames(
                    new OutFrame.Other(9, 3, new StreamRef.Id(0), new byte[] {1}),
                    new Tampering(true, 0xF8, 16383, true, true),
                    2)),
            1),
        action(
            "send: {FRAME: {type: 9, flags: 3, stream: 0, payload: \"01\", reserved: true,"
                + " extra-flags: 0xF8, declared-length: 16383, omit-payload: true,"
                + " explicit-zero: true, times: 2}}"));
    assertEquals(
        new Action.Send(
            List.of(
                frame(
                    new OutFrame.GoAway(new StreamRef.Named("b", -2), ErrorCodes.CANCEL, "drain"))),
            1),
        action("send: {GOAWAY: {last: b-2, code: CANCEL, debug: drain}}"));
  }

  @Test
  void readsPayloadsCountedFromTheWindow() {
    assertEquals(
        new Action.Send(
            List.of(
                frame(new OutFrame.Data(named("p"), new Payload.WholeWindow(), false)),
                frame(new OutFrame.Data(named("p"), new Payload.BeyondWindow(1), true))),
            1),
        action(
            "send: [{DATA: {stream: p, size: window}},"
                + " {DATA: {stream: p, size: 1, beyond: window, fin: true}}]"));
  }

  @Test
  void expectsNoFinUnlessItIsNamed() {
    assertEquals(
        new Action.Expect(
            new Expectation.One(new Pattern.Data(named("a"), new Payload.Patterned(9), false)), 1),
        action("expect: {DATA: {stream: a, size: 9}}"));
    assertEquals(
        new Action.Expect(new Expectation.One(new Pattern.Data(named("a"), null, null)), 1),
        action("expect: {DATA: {stream: a}}"));
    assertEquals(
        new Action.Expect(new Expectation.One(new Pattern.Syn(null, null, null, false)), 4),
        action("{expect: {SYN: {}}, times: 4}"));
  }

  @Test
  void readsExpectationsOfSeveralFrames() {
    assertEquals(
        new Action.Expect(
            new Expectation.AnyOrder(
                List.of(
                    new Pattern.GoAway(
                        new StreamRef.Id(0), named("b"), new Codes(List.of(0)), "why"),
                    new Pattern.End())),
            1),
        action(
            "expect: {any-order: [{GOAWAY: {last: {from: 0, to: b}, code: NO_ERROR,"
                + " debug-contains: why}}, {END: {}}]}"));
    assertEquals(
        new Action.Expect(new Expectation.SessionError(new Codes(List.of(1, 5))), 1),
        action("expect: {session-error: [PROTOCOL_ERROR, FRAME_SIZE_ERROR]}"));
    assertEquals(
        new Action.Expect(new Expectation.FirstDataOrder(List.of(named("high"), named("low"))), 1),
        action("expect: {first-data-order: [high, low]}"));
    assertEquals(
        new Action.Expect(
            new Expectation.Eventually(new Pattern.Syn(named("b"), null, null, null)), 1),
        action("expect: {eventually: {SYN: {stream: b}}}"));
  }

  @Test
  void readsFencesWithWhatTheyForbid() {
    assertEquals(
        new Action.Fence(
            Action.FenceKind.ECHO,
            List.of(new Pattern.Syn(named("p"), null, null, null)),
            "m",
            List.of(new Action.AtMost(new Pattern.WndInc(named("p"), null), 4, "n")),
            null),
        action(
            "{fence: echo, forbids: [{SYN: {stream: p}}], since: m,"
                + " at-most: [{WNDINC: {stream: p}, count: 4, since: n}]}"));
  }

  @Test
  void readsFencesThatTolerateASessionError() {
    Action.Fence fence = (Action.Fence) action("{fence: wire, tolerates: PROTOCOL_ERROR}");
    assertEquals(new Codes(List.of(1)), fence.tolerates());
  }

  @Test
  void readsBoundsInOctets() {
    Never never =
        read("""
        steps: [{app: kill}]
        never:
        - {DATA: {stream: p}, more-than-octets: 65536}
        """)
            .never()
            .get(0);
    assertEquals(65_536, never.moreThan());
    assertTrue(never.inOctets());
  }

  @Test
  void readsWhatHappensToTheWireAndTheClock() {
    assertEquals(new Action.CloseWire(), action("close: wire"));
    assertEquals(new Action.BreakWire(null), action("break: wire"));
    assertEquals(new Action.BreakWire(12), action("break: {after: 12}"));
    assertEquals(new Action.AdvanceClock(3000), action("clock: {advance: 3000}"));
  }

  @Test
  void readsWhatMustNeverHappen() {
    Never never =
        read("""
        steps: [{app: kill}]
        never:
        - {RST: {stream: p}, after: m, until: n, unless: fence, more-than: 2}
        """)
            .never()
            .get(0);
    assertEquals(new Pattern.Rst(named("p"), Codes.ANY), never.pattern());
    assertEquals("m", never.after());
    assertEquals("n", never.until());
    assertTrue(never.unlessFence());
    assertEquals(2, never.moreThan());
  }

  @Test
  void readsEveryKindOfStreamReference() {
    for (String ref :
        List.of("5", "a", "a+2", "next", "next-1", "sut-next+2", "last-seen", "last-sent")) {
      Action.Expect expect = (Action.Expect) action("expect: {PRI: {stream: " + ref + "}}");
      Pattern.Pri pri = (Pattern.Pri) ((Expectation.One) expect.expectation()).pattern();
      assertEquals(ref, String.valueOf(pri.stream()));
    }
  }

  @Test
  void lowersTheLevelOfOneStepAndOneRule() {
    String must =
        HEAD.replace("level: SHOULD", "level: MUST")
            + """
            steps: [{gate: shut}, {gate: open, level: SHOULD}]
            never: [{END: {}}, {SYN: {}, level: SHOULD}]
            """
                .indent(2);
    Conversation read = ConversationReader.read(YamlSource.parse("area.yaml", must)).get(0);
    assertEquals(
        List.of(Level.MUST, Level.SHOULD), read.steps().stream().map(Step::level).toList());
    assertEquals(
        List.of(Level.MUST, Level.SHOULD), read.never().stream().map(Never::level).toList());
  }

  @Test
  void readsAllThatIsInsideTheWindow() {
    assertEquals(
        new Action.Await(
            new Awaited.Read("a", new Payload.WholeWindow(), null, false, Failure.ANY)),
        action("await: {read: a, size: window, fails: {}}"));
  }

  @Test
  void readsWhatMayEndEitherWay() {
    assertEquals(new Action.Await(new Awaited.Settled("w")), action("await: {settled: w}"));
  }

  @Test
  void readsThePriorityThatIsTold() {
    assertEquals(
        new Action.Await(new Awaited.StreamPriority("a", 9)),
        action("await: {priority: a, is: 9}"));
  }
}
