package org.muxado.adapter.faults;

import static org.muxado.adapter.faults.planting.Fault.frames;
import static org.muxado.adapter.faults.planting.Fault.incoming;
import static org.muxado.adapter.faults.planting.Fault.options;
import static org.muxado.adapter.faults.planting.Fault.outgoing;
import static org.muxado.adapter.faults.planting.Rewrites.carrying;
import static org.muxado.adapter.faults.planting.Rewrites.drop;
import static org.muxado.adapter.faults.planting.Rewrites.is;
import static org.muxado.adapter.faults.planting.Rewrites.on;
import static org.muxado.adapter.faults.planting.Rewrites.refuse;
import static org.muxado.adapter.faults.planting.Rewrites.resized;
import static org.muxado.adapter.faults.planting.Rewrites.then;
import static org.muxado.adapter.faults.planting.Rewrites.where;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.LongUnaryOperator;
import org.muxado.adapter.faults.planting.Fault;
import org.muxado.adapter.faults.planting.FrameFault;
import org.muxado.adapter.faults.planting.Options;
import org.muxado.adapter.faults.planting.Passage;
import org.muxado.adapter.faults.planting.Rewrite;
import org.muxado.adapter.faults.planting.StreamStates;
import org.muxado.tck.spi.HeartbeatOptions;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.FrameType;
import org.muxado.vectors.wire.WireFrame;

/** Faults in heartbeats, the library's own and its answers to the peer's. Stateless. */
final class HeartbeatFaults {

  private static final int TYPE = 0xFFFFFEFF;
  private static final BiPredicate<WireFrame, StreamStates> ON_HEARTBEAT =
      (wire, streams) -> streams.type(wire.stream()) == TYPE;
  private static final BiPredicate<WireFrame, StreamStates> BEAT =
      ON_HEARTBEAT.and((wire, streams) -> is(FrameType.DATA).test(wire));

  private HeartbeatFaults() {}

  static List<Fault> all() {
    List<Fault> all = new ArrayList<>();
    all.addAll(answering());
    all.addAll(sending());
    return all;
  }

  private static List<Fault> answering() {
    return List.of(
        outgoing("heartbeat-not-echoed", drop(BEAT)).silently(),
        outgoing("goaway-stops-heartbeat-answers", drop(BEAT)).silently(),
        outgoing(
            "heartbeat-echoes-zeros",
            where(BEAT, (w, to) -> to.pass(carrying(w, new byte[w.length()])))),
        outgoing(
            "echo-out-of-order", where(BEAT, (w, to) -> to.pass(carrying(w, turned(w.payload()))))),
        frames("heartbeat-echoed-once", () -> new FrameFault(null, once())).silently(),
        incoming(
                "heartbeat-echo-by-frame",
                where(BEAT.and((w, s) -> w.length() != 4), (w, to) -> {}))
            .silently(),
        frames(
                "heartbeat-split-lost",
                () ->
                    new FrameFault(
                        where(BEAT.and((w, s) -> w.length() % 4 != 0), (w, to) -> {}), null))
            .silently(),
        incoming(
                "heartbeat-id-assumed",
                on(
                    Frame.Syn.class,
                    (syn, to) ->
                        (syn.streamType() == TYPE && syn.stream() > 3 ? ignored() : Rewrite.NONE)
                            .apply(syn.toWire(), to)))
            .silently(),
        incoming("heartbeat-in-backlog", HeartbeatFaults::takenForApplicationStream).silently(),
        incoming("heartbeat-shown-to-application", HeartbeatFaults::takenForApplicationStream)
            .silently(),
        frames("second-heartbeat-accepted", () -> new FrameFault(firstOpeningOnly(), null))
            .silently(),
        frames("second-heartbeat-replaces", () -> new FrameFault(firstOpeningOnly(), null))
            .silently());
  }

  private static List<Fault> sending() {
    return List.of(
        options("heartbeat-never-sent", HeartbeatFaults::veryRare).silently(),
        options("heartbeat-at-once", o -> timed(o, interval -> 1, tolerance -> tolerance)),
        options("deadline-too-early", o -> timed(o, interval -> interval, tolerance -> 100)),
        options("missing-echo-ignored", o -> timed(o, interval -> interval, t -> 1L << 30))
            .silently(),
        options("deadline-starts-with-an-echo", o -> timed(o, interval -> interval, t -> 1L << 30))
            .silently(),
        frames("heartbeat-only-once", () -> new FrameFault(null, once())).silently(),
        outgoing(
            "heartbeat-low-priority",
            on(
                Frame.Syn.class,
                (syn, to) -> to.pass(new Frame.Syn(syn.stream(), 0, syn.streamType(), syn.fin())))),
        outgoing("heartbeat-not-4-octets", where(BEAT, (w, to) -> to.pass(resized(w, 8)))),
        outgoing("heartbeats-pile-up", then(BEAT, (w, to) -> to.pass(w))),
        incoming("echo-not-compared", drop(BEAT)).silently(),
        incoming("unasked-echo-ignored", drop(BEAT)).silently(),
        incoming("fin-counts-as-wrong-echo", refuse(BEAT.and((w, s) -> w.has(1)))),
        incoming(
            "lost-heartbeat-ends-session",
            refuse(ON_HEARTBEAT.or((w, s) -> is(FrameType.GOAWAY).test(w)))),
        incoming(
            "heartbeats-after-reset",
            then(
                ON_HEARTBEAT.or((w, s) -> is(FrameType.GOAWAY).test(w)),
                (w, to) ->
                    to.answer(new Frame.Data(to.streams().lastOpened(true), new byte[4], false)))),
        incoming(
            "second-heartbeat-opened",
            then(
                ON_HEARTBEAT,
                (w, to) ->
                    to.answer(new Frame.Syn(w.stream() + 20, Integer.MAX_VALUE, TYPE, false)))),
        outgoing(
            "heartbeat-timeout-unnamed",
            where(HeartbeatFaults::isGoAway, (w, to) -> to.pass(resized(w, 8)))),
        outgoing(
            "heartbeat-timeout-with-error-code",
            on(
                Frame.GoAway.class,
                (goAway, to) ->
                    to.pass(
                        new Frame.GoAway(
                            goAway.last(), ErrorCodes.PROTOCOL_ERROR, goAway.debug())))));
  }

  private static boolean isGoAway(WireFrame wire, StreamStates streams) {
    return is(FrameType.GOAWAY).test(wire);
  }

  private static Rewrite ignored() {
    return (wire, to) -> {};
  }

  private static byte[] turned(byte[] octets) {
    byte[] turned = Arrays.copyOf(octets, octets.length);
    for (int i = 0; i < octets.length; i++) {
      turned[i] = octets[octets.length - 1 - i];
    }
    return turned;
  }

  private static Rewrite once() {
    boolean[] done = new boolean[1];
    return where(
        BEAT,
        (wire, to) -> {
          if (!done[0]) {
            to.pass(wire);
          }
          done[0] = true;
        });
  }

  private static Rewrite firstOpeningOnly() {
    boolean[] came = new boolean[1];
    return on(
        Frame.Syn.class,
        (syn, to) -> {
          boolean isSecond = syn.streamType() == TYPE && came[0];
          came[0] |= syn.streamType() == TYPE;
          (isSecond ? ignored() : Rewrite.NONE).apply(syn.toWire(), to);
        });
  }

  private static void takenForApplicationStream(WireFrame wire, Passage to) {
    on(
            Frame.Syn.class,
            (syn, onward) ->
                onward.pass(
                    syn.streamType() == TYPE
                        ? new Frame.Syn(syn.stream(), syn.priority(), 0, syn.fin())
                        : syn))
        .apply(wire, to);
  }

  private static PeerOptions veryRare(PeerOptions options) {
    return timed(options, interval -> 1L << 30, tolerance -> tolerance);
  }

  private static PeerOptions timed(
      PeerOptions options, LongUnaryOperator interval, LongUnaryOperator tolerance) {
    HeartbeatOptions heartbeat = options.heartbeat();
    return heartbeat == null
        ? options
        : Options.heartbeat(
            options,
            new HeartbeatOptions(
                interval.applyAsLong(heartbeat.intervalMillis()),
                tolerance.applyAsLong(heartbeat.toleranceMillis())));
  }
}
