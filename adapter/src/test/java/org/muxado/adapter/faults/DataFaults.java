package org.muxado.adapter.faults;

import static org.muxado.adapter.faults.planting.Fault.frames;
import static org.muxado.adapter.faults.planting.Fault.incoming;
import static org.muxado.adapter.faults.planting.Fault.outgoing;
import static org.muxado.adapter.faults.planting.Rewrites.carrying;
import static org.muxado.adapter.faults.planting.Rewrites.change;
import static org.muxado.adapter.faults.planting.Rewrites.drop;
import static org.muxado.adapter.faults.planting.Rewrites.is;
import static org.muxado.adapter.faults.planting.Rewrites.onStream;
import static org.muxado.adapter.faults.planting.Rewrites.refuse;
import static org.muxado.adapter.faults.planting.Rewrites.then;
import static org.muxado.adapter.faults.planting.Rewrites.where;
import static org.muxado.adapter.faults.planting.Rewrites.withFlags;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.muxado.adapter.faults.planting.Fault;
import org.muxado.adapter.faults.planting.FrameFault;
import org.muxado.adapter.faults.planting.Passage;
import org.muxado.adapter.faults.planting.Rewrite;
import org.muxado.spec.StreamState;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Flags;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.FrameType;
import org.muxado.vectors.wire.Octets;
import org.muxado.vectors.wire.WireFrame;

/** Faults in the lifecycle of streams that no single cell of the table shows. Stateless. */

/** Faults in the octets of DATA and in FIN. Stateless. */
final class DataFaults {

  private static final Predicate<WireFrame> DATA = is(FrameType.DATA);
  private static final Predicate<WireFrame> PAYLOAD = DATA.and(wire -> wire.length() > 0);
  private static final Predicate<WireFrame> EMPTY = DATA.and(wire -> wire.length() == 0);
  private static final Predicate<WireFrame> DATA_FIN = DATA.and(wire -> wire.has(Flags.FIN));

  private DataFaults() {}

  static List<Fault> all() {
    List<Fault> all = new ArrayList<>(octets());
    all.addAll(fins());
    return all;
  }

  private static List<Fault> octets() {
    return List.of(
        incoming("octet-lost-at-frame-end", change(PAYLOAD, w -> firstOctets(w, 1))).silently(),
        incoming(
            "octets-doubled",
            change(
                PAYLOAD.and(wire -> wire.length() < 8_192),
                w -> carrying(w, Octets.concat(w.payload(), w.payload())))),
        incoming("octet-sign-extended", change(PAYLOAD, w -> cutAt(w, -1))),
        incoming("payload-cut-at-zero", change(PAYLOAD, w -> cutAt(w, 0))),
        incoming("payload-escaped", change(PAYLOAD, w -> mapped(w, b -> b == 0x7D ? 0x5D : b))),
        incoming(
            "syn-flags-read-on-data",
            change(
                PAYLOAD.and(w -> w.has(Flags.PRIORITY) && w.length() >= 4),
                w -> carrying(w, Arrays.copyOfRange(w.payload(), 4, w.length())))),
        incoming(
                "frames-out-of-step",
                then((w, s) -> PAYLOAD.test(w), (w, to) -> to.octets(new byte[1])))
            .silently(),
        frames("empty-payload-skips-an-octet", () -> new FrameFault(skippingOctets(), null))
            .silently(),
        frames("stream-id-kept-from-last-frame", () -> new FrameFault(keepingStream(), null)),
        frames("streams-mixed-up", () -> new FrameFault(keepingStream(), null)).silently(),
        frames("waits-for-next-frame", () -> new FrameFault(oneFrameLate(), null)).silently(),
        frames("frames-out-of-order", () -> new FrameFault(lettingLaterDataOvertake(), null))
            .silently());
  }

  private static List<Fault> fins() {
    return List.of(
        incoming("data-fin-lost", change(DATA_FIN, w -> withFlags(w, 0))).silently(),
        incoming("fin-drops-payload", change(DATA_FIN, w -> carrying(w, new byte[0]))).silently(),
        incoming("payload-of-last-frame-lost", change(DATA_FIN, w -> carrying(w, new byte[0])))
            .silently(),
        incoming("eof-before-last-octets", change(DATA_FIN.and(PAYLOAD), w -> firstOctets(w, 1)))
            .silently(),
        incoming("fin-closes-both-directions", DataFaults::closeBothDirections),
        incoming(
                "syn-fin-closes-both",
                then(
                    (w, s) -> is(FrameType.SYN).test(w) && w.has(Flags.FIN),
                    (w, to) -> to.pass(new Frame.Rst(w.stream(), ErrorCodes.CANCEL))))
            .silently(),
        incoming("empty-data-ends-stream", change(EMPTY, w -> withFlags(w, Flags.FIN))),
        incoming("empty-data-refused", refuse(EMPTY)),
        incoming(
                "finished-stream-not-shown",
                drop((w, s) -> is(FrameType.SYN).test(w) && w.has(Flags.FIN)))
            .silently(),
        outgoing(
            "second-fin",
            then(
                (w, s) -> DATA_FIN.test(w),
                (w, to) -> to.pass(new Frame.Data(w.stream(), new byte[0], true)))),
        outgoing(
            "data-after-own-fin",
            then(
                (w, s) -> DATA_FIN.test(w),
                (w, to) -> to.pass(new Frame.Data(w.stream(), new byte[1], false)))),
        outgoing(
                "fin-waits-for-window",
                where(
                    (w, s) -> DATA_FIN.test(w) && s.windowForLibrary(w.stream()) <= w.length(),
                    (w, to) -> to.pass(withFlags(w, 0))))
            .silently());
  }

  private static void closeBothDirections(WireFrame wire, Passage to) {
    StreamState state = to.streams().state(wire.stream());
    if (DATA.test(wire) && state == StreamState.HALF_CLOSED_LOCAL) {
      to.answer(new Frame.Rst(wire.stream(), ErrorCodes.STREAM_CLOSED));
      to.pass(new Frame.Rst(wire.stream(), ErrorCodes.STREAM_CLOSED));
      return;
    }
    to.pass(wire);
    if (DATA_FIN.test(wire)) {
      to.pass(new Frame.Rst(wire.stream(), ErrorCodes.CANCEL));
    }
  }

  private static WireFrame firstOctets(WireFrame wire, int without) {
    return carrying(wire, Arrays.copyOf(wire.payload(), wire.length() - without));
  }

  private interface ByteChange {
    int apply(byte octet);
  }

  private static WireFrame mapped(WireFrame wire, ByteChange change) {
    byte[] octets = wire.payload().clone();
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) change.apply(octets[i]);
    }
    return wire.withPayload(octets);
  }

  private static WireFrame cutAt(WireFrame wire, int octet) {
    int end = 0;
    while (end < wire.length() && wire.payload()[end] != octet) {
      end++;
    }
    return carrying(wire, Arrays.copyOf(wire.payload(), end));
  }

  private static Rewrite skippingOctets() {
    boolean[] skips = new boolean[1];
    return (wire, to) -> {
      byte[] octets = wire.encode();
      to.octets(skips[0] ? Arrays.copyOfRange(octets, 1, octets.length) : octets);
      skips[0] = wire.length() == 0;
    };
  }

  /** DATA goes to the stream of the DATA before it. */
  private static Rewrite keepingStream() {
    int[] last = new int[1];
    return (wire, to) -> {
      boolean moved = DATA.test(wire) && last[0] != 0;
      to.pass(moved ? onStream(wire, last[0]) : wire);
      last[0] = DATA.test(wire) ? wire.stream() : last[0];
    };
  }

  private static Rewrite oneFrameLate() {
    WireFrame[] held = new WireFrame[1];
    return (wire, to) -> {
      if (held[0] != null) {
        to.pass(held[0]);
      }
      held[0] = wire;
    };
  }

  /** Short DATA is overtaken by the next DATA of its stream. */
  private static Rewrite lettingLaterDataOvertake() {
    Map<Integer, WireFrame> held = new HashMap<>();
    return (wire, to) -> {
      if (PAYLOAD.test(wire) && wire.length() < 6 && !held.containsKey(wire.stream())) {
        held.put(wire.stream(), wire);
        return;
      }
      to.pass(wire);
      if (DATA.test(wire) && held.containsKey(wire.stream())) {
        to.pass(held.remove(wire.stream()));
      }
    };
  }
}
