package org.muxado.tck.player;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.muxado.tck.spi.Role;
import org.muxado.tck.toy.ToyImplementation;
import org.muxado.vectors.conversation.Conversation;
import org.muxado.vectors.conversation.Conversation.Chunking;

/** Typical conversations pass against an implementation that keeps to the rules. */
@Timeout(60)
class MilestoneTest {

  private static Stream<Arguments> conversations() {
    return Stream.of(
            named("nothing but the echo stream", Cases.of("fence: echo")),
            named(
                "an exchange with half-closes both ways",
                Cases.of(
                    "send: {SYN: {stream: p}}",
                    "app: {accept: s, stream: p}",
                    "send: {DATA: {stream: p, text: hello, fin: true}}",
                    "await: {read: s, text: hello, eof: true}",
                    "app: {write: s, size: 20000, fin: true}",
                    "expect: {DATA: {stream: p, size: 20000, fin: true}}",
                    "await: {outcome: s, kind: none}")),
            named(
                "a stream of the implementation",
                Cases.of(
                    "app: {open: a, priority: 5, type: 7}",
                    "expect: {SYN: {stream: a, priority: 5, type: 7}}",
                    "app: {write: a, text: ab}",
                    "expect: {DATA: {stream: a, text: a}}",
                    "expect: {DATA: {stream: a, text: b}}",
                    "app: {reset: a, code: CANCEL}",
                    "expect: {RST: {stream: a, code: CANCEL}}",
                    "await: {outcome: a, kind: RESET_HERE, code: CANCEL, retry: UNKNOWN}")),
            named(
                "an overflow with frames in flight",
                Cases.of(
                    "send: {SYN: {stream: p}}",
                    "app: {accept: s, stream: p}",
                    "send: {DATA: {stream: p, size: window}}",
                    "{fence: echo, forbids: [{RST: {stream: p}}, {GOAWAY: {}}]}",
                    "send: {DATA: {stream: p, size: 1, beyond: window}}",
                    "expect: {RST: {stream: p, code: FLOW_CONTROL_ERROR}}",
                    "{send: {DATA: {stream: p, size: 16000}}, times: 15}",
                    "fence: echo",
                    "await: {outcome: s, kind: RESET_HERE, code: FLOW_CONTROL_ERROR}")),
            named(
                "a GOAWAY that splits the streams",
                Cases.of(
                    "app: {open: a}",
                    "app: {open: b}",
                    "expect: {SYN: {stream: a}}",
                    "expect: {SYN: {stream: b}}",
                    "{send: {GOAWAY: {last: a, code: NO_ERROR, debug: drain}}, mark: goaway}",
                    "await: {outcome: b, kind: GONE_AWAY, retry: NOT_PROCESSED}",
                    "{app: {open: d}, fails: {kind: GONE_AWAY, retry: NOT_PROCESSED}}",
                    "send: {DATA: {stream: a, bytes: \"6f6b\", fin: true}}",
                    "await: {read: a, bytes: \"6f6b\", eof: true}",
                    "fence: echo",
                    "close: wire",
                    "await: {outcome: a, retry: UNKNOWN}")),
            named(
                "the most urgent data goes first",
                Cases.withHead(
                    "wire: {capacity: 4096}",
                    "app: {open: plug}",
                    "app: {open: low, priority: 1}",
                    "app: {open: high, priority: 9}",
                    "expect: {any-order: [{SYN: {stream: high}}, {SYN: {stream: low}}, {SYN: {stream: plug}}]}",
                    "gate: shut",
                    "{app: {write: plug, size: 32768}, pending: plugged}",
                    "await: {wire: full}",
                    "{app: {write: low, size: 1000}, pending: lower}",
                    "{app: {write: high, size: 1000}, pending: higher}",
                    "app: quiesce",
                    "gate: open",
                    "expect: {first-data-order: [high, low]}",
                    "await: {done: plugged}")),
            named(
                "a SYN of the wrong parity",
                Cases.withHead(
                    "echo: false",
                    "send: {SYN: {stream: next+1}}",
                    "expect: {session-error: [PROTOCOL_ERROR]}",
                    "await: {terminated: {cause: SESSION_ERROR, by-peer: false, code: PROTOCOL_ERROR}}")),
            named(
                "an extension is refused",
                Cases.of(
                    "send: {SYN: {stream: p, type: 0xFFFFFF01}}",
                    "expect: {RST: {stream: p, code: STREAM_CLOSED}}",
                    "fence: wire")),
            named(
                "a full backlog refuses",
                Cases.withHead(
                    "options: {backlog: 1}\nneeds: [BACKLOG]",
                    "send: {SYN: {stream: p}}",
                    "send: {SYN: {stream: q}}",
                    "expect: {RST: {stream: q, code: REFUSED_STREAM}}",
                    "app: {accept: s, stream: p}")),
            named(
                "heartbeats are echoed",
                Cases.of(
                    "send: {SYN: {stream: h, type: 0xFFFFFEFF, priority: 0x7FFFFFFF}}",
                    "send: {DATA: {stream: h, bytes: \"01020304\"}}",
                    "expect: {DATA: {stream: h, bytes: \"01020304\"}}")),
            named(
                "the transport breaks inside a SYN",
                Cases.of(
                    "fence: echo",
                    "break: {after: 7}",
                    "app: {open: a}",
                    "await: {outcome: a, kind: SESSION_ENDED, retry: UNKNOWN}",
                    "await: {terminated: {cause: TRANSPORT}}")),
            named(
                "an application closes the session",
                Cases.of(
                    "app: close-session",
                    "expect: {GOAWAY: {last: last-sent, code: NO_ERROR}}",
                    "expect: {END: {}}")))
        .flatMap(MilestoneTest::inEveryWay);
  }

  private record Named(String name, Conversation conversation) {}

  private static Named named(String name, Conversation conversation) {
    return new Named(name, conversation);
  }

  private static Stream<Arguments> inEveryWay(Named named) {
    return Stream.of(Role.values())
        .flatMap(
            role ->
                Stream.of(Chunking.values())
                    .map(c -> Arguments.of(named.name(), named.conversation(), role, c)));
  }

  @ParameterizedTest(name = "{0}, {2}, {3}")
  @MethodSource("conversations")
  void passesAgainstTheToy(String name, Conversation conversation, Role role, Chunking chunking) {
    Played played = Cases.playPatiently(new ToyImplementation(), conversation, role, chunking);
    assertEquals(List.of(), Cases.lines(played), played::transcript);
  }
}
