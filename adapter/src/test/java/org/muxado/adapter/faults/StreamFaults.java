package org.muxado.adapter.faults;

import static org.muxado.adapter.faults.planting.Fault.frames;
import static org.muxado.adapter.faults.planting.Fault.incoming;
import static org.muxado.adapter.faults.planting.Fault.outgoing;
import static org.muxado.adapter.faults.planting.Rewrites.drop;
import static org.muxado.adapter.faults.planting.Rewrites.is;
import static org.muxado.adapter.faults.planting.Rewrites.on;
import static org.muxado.adapter.faults.planting.Rewrites.refuse;
import static org.muxado.adapter.faults.planting.Rewrites.then;
import static org.muxado.adapter.faults.planting.Rewrites.where;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.muxado.adapter.faults.planting.Fault;
import org.muxado.adapter.faults.planting.FrameFault;
import org.muxado.adapter.faults.planting.Passage;
import org.muxado.adapter.faults.planting.Rewrite;
import org.muxado.adapter.faults.planting.StreamStates;
import org.muxado.spec.StreamState;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Flags;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.FrameType;
import org.muxado.vectors.wire.WireFrame;

/** Faults in the lifecycle of streams that no single cell of the table shows. Stateless. */

/** Faults in the lifecycle of streams that no single cell of the table shows. Stateless. */
final class StreamFaults {

  private static final Predicate<WireFrame> RST = is(FrameType.RST);
  private static final Predicate<WireFrame> DATA = is(FrameType.DATA);
  private static final Predicate<WireFrame> PAYLOAD = DATA.and(wire -> wire.length() > 0);
  private static final Predicate<WireFrame> DATA_FIN = DATA.and(wire -> wire.has(Flags.FIN));
  private static final BiPredicate<WireFrame, StreamStates> CLOSED_HERE =
      (wire, streams) -> streams.isApplicationClosed(wire.stream());

  private StreamFaults() {}

  static List<Fault> all() {
    List<Fault> all = new ArrayList<>(resets());
    all.addAll(afterTheEnd());
    all.addAll(closing());
    return all;
  }

  private static List<Fault> resets() {
    return List.of(
        incoming(
            "rst-answered",
            then(
                (w, s) -> RST.test(w),
                (w, to) -> to.answer(new Frame.Rst(w.stream(), ErrorCodes.STREAM_CLOSED)))),
        outgoing(
            "data-after-own-rst",
            then(
                (w, s) -> RST.test(w),
                (w, to) -> to.pass(new Frame.Data(w.stream(), new byte[1], false)))),
        incoming(
            "data-after-received-rst",
            then(
                (w, s) -> RST.test(w),
                (w, to) -> to.answer(new Frame.Data(w.stream(), new byte[1], false)))),
        incoming(
                "peers-reset-keeps-queue",
                then(
                    (w, s) -> RST.test(w),
                    (w, to) -> to.answer(new Frame.Data(w.stream(), new byte[1], false))))
            .silently(),
        outgoing(
            "refuses-after-hand-over",
            on(
                Frame.Rst.class,
                (rst, to) -> to.pass(new Frame.Rst(rst.stream(), ErrorCodes.REFUSED_STREAM)))),
        outgoing(
            "stream-error-fails-all",
            then(
                (w, s) -> RST.test(w),
                (w, to) ->
                    to.pass(
                        new Frame.Rst(to.streams().isOwn(2) ? 3 : 2, ErrorCodes.INTERNAL_ERROR)))),
        outgoing(
            "stream-error-ends-session",
            on(
                Frame.Rst.class,
                (rst, to) -> to.pass(new Frame.GoAway(0, rst.code(), new byte[] {110})))));
  }

  private static List<Fault> afterTheEnd() {
    return List.of(
        incoming(
                "step-lost-after-reset",
                where(
                    in(PAYLOAD, StreamState.CLOSED_RESET_SENT, StreamState.CLOSED_LEFT_OUT),
                    (w, to) -> to.octets(w.payload())))
            .silently(),
        incoming(
            "reset-stream-answers-again",
            then(
                in(PAYLOAD, StreamState.CLOSED_RESET_SENT, StreamState.CLOSED_LEFT_OUT),
                StreamFaults::answerClosed)),
        incoming(
            "refused-stream-forgotten",
            then(in(PAYLOAD, StreamState.CLOSED_RESET_SENT), StreamFaults::answerClosed)),
        incoming(
            "left-out-data-answered",
            then(in(PAYLOAD, StreamState.CLOSED_LEFT_OUT), StreamFaults::answerClosed)),
        incoming(
                "late-data-ignored",
                drop(
                    in(
                        PAYLOAD,
                        StreamState.SKIPPED,
                        StreamState.CLOSED_BOTH_FINS,
                        StreamState.CLOSED_RESET_RECEIVED)))
            .silently(),
        incoming(
            "rst-for-each-frame",
            then(
                in(
                    PAYLOAD,
                    StreamState.SKIPPED,
                    StreamState.CLOSED_BOTH_FINS,
                    StreamState.CLOSED_RESET_RECEIVED),
                StreamFaults::answerClosed)),
        incoming("data-after-fin-taken", drop(in(PAYLOAD, StreamState.HALF_CLOSED_REMOTE)))
            .silently(),
        incoming(
            "data-after-fin-ends-session", refuse(in(PAYLOAD, StreamState.HALF_CLOSED_REMOTE))),
        frames("few-resets-remembered", StreamFaults::rememberingFewResets));
  }

  private static List<Fault> closing() {
    return List.of(
        outgoing(
            "close-always-cancels",
            then(
                CLOSED_HERE.and((w, s) -> DATA_FIN.test(w)),
                (w, to) -> to.pass(new Frame.Rst(w.stream(), ErrorCodes.CANCEL)))),
        outgoing("close-loses-silently", drop(CLOSED_HERE.and((w, s) -> RST.test(w)))).silently(),
        outgoing("close-resets-without-fin", drop(CLOSED_HERE.and((w, s) -> DATA_FIN.test(w))))
            .silently(),
        outgoing(
            "cancel-before-fin",
            where(
                CLOSED_HERE.and((w, s) -> DATA_FIN.test(w)),
                (w, to) -> {
                  to.pass(new Frame.Rst(w.stream(), ErrorCodes.CANCEL));
                  to.pass(w);
                })),
        outgoing(
                "closed-stream-gives-no-window",
                drop(CLOSED_HERE.and((w, s) -> is(FrameType.WNDINC).test(w))))
            .silently());
  }

  private static BiPredicate<WireFrame, StreamStates> in(
      Predicate<WireFrame> which, StreamState... states) {
    return (wire, streams) ->
        which.test(wire) && List.of(states).contains(streams.state(wire.stream()));
  }

  private static void answerClosed(WireFrame wire, Passage to) {
    to.answer(new Frame.Rst(wire.stream(), ErrorCodes.STREAM_CLOSED));
  }

  /** Only the last hundred streams that were reset are known as such. */
  private static FrameFault rememberingFewResets() {
    Set<Integer> resets = new LinkedHashSet<>();
    Rewrite noting =
        on(
            Frame.Rst.class,
            (rst, to) -> {
              resets.add(rst.stream());
              to.pass(rst);
            });
    Rewrite answering =
        then(
            in(PAYLOAD, StreamState.CLOSED_RESET_SENT)
                .and((w, s) -> List.copyOf(resets).indexOf(w.stream()) < resets.size() - 100),
            StreamFaults::answerClosed);
    return new FrameFault(answering, noting);
  }
}
