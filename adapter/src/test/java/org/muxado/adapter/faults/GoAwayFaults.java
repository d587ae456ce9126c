package org.muxado.adapter.faults;

import static org.muxado.adapter.faults.planting.Fault.frames;
import static org.muxado.adapter.faults.planting.Fault.incoming;
import static org.muxado.adapter.faults.planting.Fault.outgoing;
import static org.muxado.adapter.faults.planting.Rewrites.drop;
import static org.muxado.adapter.faults.planting.Rewrites.is;
import static org.muxado.adapter.faults.planting.Rewrites.on;
import static org.muxado.adapter.faults.planting.Rewrites.refuse;
import static org.muxado.adapter.faults.planting.Rewrites.then;

import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.Predicate;
import org.muxado.adapter.faults.planting.Fault;
import org.muxado.adapter.faults.planting.FrameFault;
import org.muxado.adapter.faults.planting.Passage;
import org.muxado.adapter.faults.planting.Rewrite;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.FrameCheck;
import org.muxado.vectors.wire.FrameType;
import org.muxado.vectors.wire.WireFrame;

/** Faults in GOAWAY, received and sent, and in what is said at the end of a session. Stateless. */
final class GoAwayFaults {

  private static final Predicate<WireFrame> GOAWAY = is(FrameType.GOAWAY);
  private static final Predicate<WireFrame> SYN = is(FrameType.SYN);

  private GoAwayFaults() {}

  static List<Fault> all() {
    return List.of(
        // Received.
        incoming("goaway-ignored", drop(GOAWAY)).silently(),
        incoming("goaway-kills-session", refuse(GOAWAY)),
        incoming("goaway-error-kills-session", refuse(GoAwayFaults::hasError)),
        incoming(
            "goaway-last-off-by-one",
            on(
                Frame.GoAway.class,
                (goAway, to) ->
                    to.pass(
                        new Frame.GoAway(
                            Math.max(0, goAway.last() - 1), goAway.code(), goAway.debug())))),
        frames("goaway-rise-accepted", () -> afterGoAway(GOAWAY, (w, to) -> {})).silently(),
        frames("second-goaway-ignored", () -> afterGoAway(GOAWAY, (w, to) -> {})).silently(),
        frames(
            "second-goaway-is-an-error", () -> afterGoAway(GOAWAY, (w, to) -> to.sessionError())),
        frames("goaway-refuses-peers-streams", () -> afterGoAway(SYN, GoAwayFaults::refuseSyn))
            .silently(),
        incoming("goaway-ends-peers-streams", GoAwayFaults::endPeersStreams).silently(),
        frames("reads-nothing-after-goaway", () -> afterGoAway(w -> true, (w, to) -> {}))
            .silently(),
        incoming(
                "syn-after-goaway",
                then(
                    (w, s) -> GOAWAY.test(w),
                    (w, to) ->
                        to.answer(new Frame.Syn(to.streams().lastOpened(true) + 2, 0, 0, false))))
            .silently(),
        incoming("cut-debug-is-an-error", Rewrite.NONE).silently(),
        incoming("cut-debug-loses-goaway", Rewrite.NONE).silently(),
        incoming("goaway-body-awaited", Rewrite.NONE).silently(),
        // Sent.
        last("last-too-low", (last, opened) -> Math.max(0, last - 2)),
        last("heartbeat-left-out", (last, opened) -> 0),
        last("last-counts-backlog", (last, opened) -> Math.max(last, opened)),
        last("last-rises", (last, opened) -> Math.max(last, opened)),
        outgoing("silent-after-goaway", drop(is(FrameType.RST))).silently(),
        outgoing(
            "refused-with-wrong-code",
            on(
                Frame.Rst.class,
                (rst, to) -> to.pass(new Frame.Rst(rst.stream(), ErrorCodes.CANCEL)))),
        outgoing("close-without-goaway", drop(GOAWAY)),
        frames("close-after-drain-silent", () -> new FrameFault(null, firstSentOnly())),
        frames("drain-never-ends", () -> new FrameFault(null, firstSentOnly())).silently(),
        outgoing("drain-names-no-last-stream", on(Frame.GoAway.class, GoAwayFaults::namingAll)),
        frames("drain-refuses-in-flight", () -> afterOwnGoAway(GOAWAY, GoAwayFaults::refuseSyn))
            .silently(),
        outgoing(
            "sends-on-after-goaway",
            then(
                (w, s) -> hasError(w),
                (w, to) -> to.pass(new Frame.WndInc(to.streams().lastOpened(false), 1)))),
        frames("reads-on-after-error", GoAwayFaults::errorsTakenLate),
        frames("input-after-session-error-handled", GoAwayFaults::errorsTakenLate));
  }

  private static void namingAll(Frame.GoAway goAway, Passage to) {
    boolean isPeace = goAway.code() == ErrorCodes.NO_ERROR;
    int last = isPeace ? WireFrame.MAX_31_BIT : goAway.last();
    to.pass(new Frame.GoAway(last, goAway.code(), goAway.debug()));
  }

  private static boolean hasError(WireFrame wire) {
    return Frame.of(wire)
        .filter(frame -> frame instanceof Frame.GoAway goAway && goAway.code() != 0)
        .isPresent();
  }

  private static Fault last(String id, IntBinaryOperator change) {
    return outgoing(
        id,
        on(
            Frame.GoAway.class,
            (goAway, to) ->
                to.pass(
                    new Frame.GoAway(
                        change.applyAsInt(goAway.last(), to.streams().lastOpened(false)),
                        goAway.code(),
                        goAway.debug()))));
  }

  /** Something else becomes of frames once a GOAWAY has come. */
  private static FrameFault afterGoAway(Predicate<WireFrame> which, Rewrite rewrite) {
    boolean[] came = new boolean[1];
    return new FrameFault(
        (wire, to) -> {
          (came[0] && which.test(wire) ? rewrite : Rewrite.NONE).apply(wire, to);
          came[0] |= GOAWAY.test(wire);
        },
        null);
  }

  /** Something else becomes of the peer's frames once the library has sent a GOAWAY. */
  private static FrameFault afterOwnGoAway(Predicate<WireFrame> goAways, Rewrite rewrite) {
    boolean[] sent = new boolean[1];
    Rewrite noting =
        (wire, to) -> {
          sent[0] |= goAways.test(wire);
          to.pass(wire);
        };
    return new FrameFault((wire, to) -> (sent[0] ? rewrite : Rewrite.NONE).apply(wire, to), noting);
  }

  /** A frame takes effect before the session error in front of it. */
  private static FrameFault errorsTakenLate() {
    WireFrame[] held = new WireFrame[1];
    Rewrite late =
        (wire, to) -> {
          if (!FrameCheck.receiverFaults(wire).isEmpty() && held[0] == null) {
            held[0] = wire;
            return;
          }
          to.pass(wire);
          if (held[0] != null) {
            to.pass(held[0]);
          }
        };
    Rewrite answering =
        then(
            (w, s) -> hasError(w),
            (w, to) ->
                to.pass(new Frame.Rst(to.streams().lastOpened(false), ErrorCodes.REFUSED_STREAM)));
    return new FrameFault(late, answering);
  }

  private static Rewrite firstSentOnly() {
    boolean[] sent = new boolean[1];
    return (wire, to) -> {
      if (!sent[0] || !GOAWAY.test(wire)) {
        to.pass(wire);
      }
      sent[0] |= GOAWAY.test(wire);
    };
  }

  private static void refuseSyn(WireFrame wire, Passage to) {
    if (SYN.test(wire)) {
      to.answer(new Frame.Rst(wire.stream(), ErrorCodes.REFUSED_STREAM));
    } else {
      to.pass(wire);
    }
  }

  private static void endPeersStreams(WireFrame wire, Passage to) {
    to.pass(wire);
    if (GOAWAY.test(wire)) {
      int last = to.streams().lastOpened(false);
      to.answer(new Frame.Rst(last, ErrorCodes.CANCEL));
      to.pass(new Frame.Rst(last, ErrorCodes.CANCEL));
    }
  }
}
