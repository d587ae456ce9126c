package org.muxado.adapter.faults;

import static org.muxado.adapter.faults.planting.Fault.incoming;
import static org.muxado.adapter.faults.planting.Fault.options;
import static org.muxado.adapter.faults.planting.Fault.outgoing;
import static org.muxado.adapter.faults.planting.Fault.session;
import static org.muxado.adapter.faults.planting.Rewrites.drop;
import static org.muxado.adapter.faults.planting.Rewrites.is;
import static org.muxado.adapter.faults.planting.Rewrites.on;
import static org.muxado.adapter.faults.planting.Rewrites.where;
import static org.muxado.adapter.faults.planting.Rewrites.withFlags;

import java.util.List;
import java.util.function.BiPredicate;
import org.muxado.adapter.faults.planting.Fault;
import org.muxado.adapter.faults.planting.Options;
import org.muxado.adapter.faults.planting.Passage;
import org.muxado.adapter.faults.planting.StreamStates;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Flags;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.FrameType;
import org.muxado.vectors.wire.WireFrame;

/** Faults in the backlog and in accepting. Stateless. */
final class AcceptFaults {

  private static final BiPredicate<WireFrame, StreamStates> WAITING =
      (wire, streams) ->
          wire.stream() != 0
              && !streams.isOwn(wire.stream())
              && !streams.isHandedOver(wire.stream());

  private AcceptFaults() {}

  static List<Fault> all() {
    return List.of(
        options("backlog-off-by-one", o -> Options.backlog(o, o.backlog() + 1)).silently(),
        options("backlog-unbounded", o -> Options.backlog(o, 100_000)).silently(),
        incoming("backlog-stalls-session", drop((w, s) -> s.isBacklogFull())).silently(),
        options("refused-stream-shown", o -> Options.backlog(o, o.backlog() + 1)).silently(),
        incoming(
            "extension-fills-backlog",
            where(
                (w, s) -> is(FrameType.SYN).test(w) && s.waitsForExtension(),
                (w, to) -> to.answer(new Frame.Rst(w.stream(), ErrorCodes.REFUSED_STREAM)))),
        outgoing(
            "stream-limit-with-wrong-code",
            on(
                Frame.Rst.class,
                (rst, to) -> to.pass(new Frame.Rst(rst.stream(), ErrorCodes.PROTOCOL_ERROR)))),
        outgoing(
            "flood-ends-session",
            on(
                Frame.Rst.class,
                (rst, to) ->
                    to.pass(new Frame.GoAway(0, ErrorCodes.PROTOCOL_ERROR, new byte[] {110})))),
        outgoing("refusals-dropped", drop((w, s) -> is(FrameType.RST).test(w))).silently(),
        outgoing("waiting-stream-unchecked", drop(WAITING.and((w, s) -> is(FrameType.RST).test(w))))
            .silently(),
        incoming("dead-stream-shown", AcceptFaults::keepDeadStreams).silently(),
        incoming("dead-stream-keeps-place", AcceptFaults::keepDeadStreams).silently(),
        incoming("data-before-accept-lost", drop(WAITING.and(AcceptFaults::isData))).silently(),
        incoming("fin-before-accept-lost", AcceptFaults::loseFin).silently(),
        session("accepts-newest-first", WrongSessions::acceptsNewestFirst),
        session("accepts-by-priority", WrongSessions::acceptsByPriority));
  }

  /** The library is not told that a stream which waits has come to its end. */
  private static void keepDeadStreams(WireFrame wire, Passage to) {
    boolean waits = WAITING.test(wire, to.streams());
    boolean overflows =
        is(FrameType.DATA).test(wire) && wire.length() > to.streams().windowForKit(wire.stream());
    if (waits && overflows && wire.length() > 0) {
      to.answer(new Frame.Rst(wire.stream(), ErrorCodes.FLOW_CONTROL_ERROR));
    } else if (!waits || !is(FrameType.RST).test(wire)) {
      to.pass(wire);
    }
  }

  private static boolean isData(WireFrame wire, StreamStates streams) {
    return is(FrameType.DATA).test(wire);
  }

  private static void loseFin(WireFrame wire, Passage to) {
    boolean waits = WAITING.and(AcceptFaults::isData).test(wire, to.streams());
    to.pass(waits ? withFlags(wire, wire.flags() & ~Flags.FIN) : wire);
  }
}
