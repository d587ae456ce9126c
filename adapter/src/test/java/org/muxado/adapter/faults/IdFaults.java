package org.muxado.adapter.faults;

import static org.muxado.adapter.faults.planting.Fault.frames;
import static org.muxado.adapter.faults.planting.Fault.incoming;
import static org.muxado.adapter.faults.planting.Fault.outgoing;
import static org.muxado.adapter.faults.planting.Rewrites.drop;
import static org.muxado.adapter.faults.planting.Rewrites.is;
import static org.muxado.adapter.faults.planting.Rewrites.on;
import static org.muxado.adapter.faults.planting.Rewrites.onStream;
import static org.muxado.adapter.faults.planting.Rewrites.refuse;
import static org.muxado.adapter.faults.planting.Rewrites.where;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.muxado.adapter.faults.planting.Fault;
import org.muxado.adapter.faults.planting.FrameFault;
import org.muxado.adapter.faults.planting.Rewrite;
import org.muxado.adapter.faults.planting.StreamStates;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.FrameType;
import org.muxado.vectors.wire.WireFrame;

/** Faults in stream ids: giving them, and checking those of the peer. Stateless. */
final class IdFaults {

  private static final BiPredicate<WireFrame, StreamStates> SYN =
      (wire, streams) -> is(FrameType.SYN).test(wire);
  private static final BiPredicate<WireFrame, StreamStates> PEERS_SYN =
      SYN.and((wire, streams) -> !streams.isOwn(wire.stream()));

  private IdFaults() {}

  static List<Fault> all() {
    return List.of(
        // The library's own ids.
        givingIds("even-client-ids", id -> id + 1),
        givingIds("odd-server-ids", id -> id + 1),
        givingIds("client-starts-at-one", id -> id - 2),
        outgoing(
            "id-reused",
            on(
                Frame.Syn.class,
                (syn, to) ->
                    to.pass(
                        onStream(
                            syn.toWire(),
                            to.streams().lastOpened(true) == 0
                                ? syn.stream()
                                : to.streams().lastOpened(true))))),
        frames("syn-out-of-order", sending(IdFaults::swappingSyns)).silently(),
        frames("data-before-syn", sending(IdFaults::delayingSyns)).silently(),
        // The peer's ids.
        incoming("id-of-16-bits", (wire, to) -> to.pass(onStream(wire, wire.stream() & 0xFFFF)))
            .silently(),
        incoming("id-signed", refuse((wire, streams) -> wire.stream() >= 0x40000000)),
        incoming("id-gap-refused", refuse(PEERS_SYN.and(IdFaults::isBehindGap))),
        incoming("id-one-accepted", drop(SYN.and((w, streams) -> w.stream() == 1))).silently(),
        incoming("id-order-unchecked", drop(PEERS_SYN.and(IdFaults::isLate))).silently(),
        incoming(
                "only-equal-id-refused",
                drop(PEERS_SYN.and((w, s) -> w.stream() < s.lastOpened(false))))
            .silently(),
        incoming(
                "only-lower-id-refused",
                drop(PEERS_SYN.and((w, s) -> w.stream() == s.lastOpened(false))))
            .silently(),
        incoming("parity-unchecked", drop(SYN.and((w, s) -> s.isOwn(w.stream())))).silently(),
        incoming(
                "parity-is-a-stream-error",
                where(
                    SYN.and((w, s) -> s.isOwn(w.stream())),
                    (w, to) -> to.answer(new Frame.Rst(w.stream(), ErrorCodes.PROTOCOL_ERROR))))
            .silently(),
        frames("refused-syn-does-not-count", IdFaults::forgettingRefusedSyns).silently(),
        // The order of the checks.
        incoming(
                "extension-checked-first",
                where(
                    SYN.and(IdFaults::isOfExtension),
                    (w, to) -> to.answer(new Frame.Rst(w.stream(), ErrorCodes.STREAM_CLOSED))))
            .silently(),
        outgoing(
            "backlog-checked-first",
            on(
                Frame.Rst.class,
                (rst, to) -> to.pass(new Frame.Rst(rst.stream(), ErrorCodes.REFUSED_STREAM)))),
        incoming(
                "goaway-checked-first",
                where(
                    PEERS_SYN.and(IdFaults::isLate),
                    (w, to) -> to.answer(new Frame.Rst(w.stream(), ErrorCodes.REFUSED_STREAM))))
            .silently());
  }

  /** The library's streams have other ids on the wire than it believes. */
  private static Fault givingIds(String id, IntUnaryOperator shift) {
    return outgoing(
            id,
            (wire, to) ->
                to.pass(
                    to.streams().isOwn(wire.stream()) && wire.stream() != 0
                        ? onStream(wire, Math.max(0, shift.applyAsInt(wire.stream())))
                        : wire))
        .silently();
  }

  private static Supplier<FrameFault> sending(Supplier<Rewrite> rewrite) {
    return () -> new FrameFault(null, rewrite.get());
  }

  private static Rewrite swappingSyns() {
    WireFrame[] held = new WireFrame[1];
    return (wire, to) -> {
      boolean isSyn = is(FrameType.SYN).test(wire);
      if (isSyn && held[0] == null) {
        held[0] = wire;
        return;
      }
      to.pass(wire);
      if (isSyn) {
        to.pass(held[0]);
        held[0] = null;
      }
    };
  }

  private static Rewrite delayingSyns() {
    WireFrame[] held = new WireFrame[1];
    return (wire, to) -> {
      if (is(FrameType.SYN).test(wire) && held[0] == null) {
        held[0] = wire;
        return;
      }
      to.pass(wire);
      if (held[0] != null) {
        to.pass(held[0]);
        held[0] = null;
      }
    };
  }

  private static boolean isBehindGap(WireFrame wire, StreamStates streams) {
    int last = streams.lastOpened(false);
    return last != 0 && wire.stream() > last + 2;
  }

  private static boolean isLate(WireFrame wire, StreamStates streams) {
    return wire.stream() <= streams.lastOpened(false);
  }

  private static boolean isOfExtension(WireFrame wire, StreamStates streams) {
    return Frame.of(wire)
        .filter(frame -> frame instanceof Frame.Syn syn && ExtensionFaults.isExtension(syn))
        .isPresent();
  }

  /** The last id seen is that of the last stream that was taken. */
  private static FrameFault forgettingRefusedSyns() {
    Set<Integer> refused = new HashSet<>();
    Rewrite noting =
        on(
            Frame.Rst.class,
            (rst, to) -> {
              refused.add(rst.stream());
              to.pass(rst);
            });
    return new FrameFault(
        drop(PEERS_SYN.and(IdFaults::isLate).and((w, s) -> refused.contains(s.lastOpened(false)))),
        noting);
  }
}
