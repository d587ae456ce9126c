package org.muxado.adapter.faults;

import static org.muxado.adapter.faults.planting.Fault.frames;
import static org.muxado.adapter.faults.planting.Fault.incoming;
import static org.muxado.adapter.faults.planting.Fault.outgoing;
import static org.muxado.adapter.faults.planting.Rewrites.change;
import static org.muxado.adapter.faults.planting.Rewrites.drop;
import static org.muxado.adapter.faults.planting.Rewrites.is;
import static org.muxado.adapter.faults.planting.Rewrites.on;
import static org.muxado.adapter.faults.planting.Rewrites.refuse;
import static org.muxado.adapter.faults.planting.Rewrites.resized;
import static org.muxado.adapter.faults.planting.Rewrites.swapped;
import static org.muxado.adapter.faults.planting.Rewrites.withFlags;
import static org.muxado.adapter.faults.planting.Rewrites.withNumber;
import static org.muxado.adapter.faults.planting.Rewrites.withType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.muxado.adapter.faults.planting.Fault;
import org.muxado.adapter.faults.planting.FrameFault;
import org.muxado.adapter.faults.planting.Passage;
import org.muxado.adapter.faults.planting.Rewrite;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Flags;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.FrameType;
import org.muxado.vectors.wire.Octets;
import org.muxado.vectors.wire.WireFrame;

/** Faults in reading and writing the fields behind the header. Stateless. */
final class PayloadFaults {

  private static final Predicate<WireFrame> WITH_PRIORITY =
      is(FrameType.SYN).and(wire -> wire.has(Flags.PRIORITY) && wire.length() >= 4);
  private static final Predicate<WireFrame> WITH_BOTH =
      is(FrameType.SYN)
          .and(wire -> wire.has(Flags.PRIORITY) && wire.has(Flags.TYPE))
          .and(wire -> wire.length() == 8);
  private static final Predicate<WireFrame> WITH_TYPE_ONLY =
      is(FrameType.SYN)
          .and(wire -> !wire.has(Flags.PRIORITY) && wire.has(Flags.TYPE))
          .and(wire -> wire.length() == 4);
  private static final Predicate<WireFrame> RST = is(FrameType.RST).and(w -> w.length() == 4);
  private static final Predicate<WireFrame> WNDINC = is(FrameType.WNDINC).and(w -> w.length() == 4);
  private static final Predicate<WireFrame> PRI = is(FrameType.PRI).and(w -> w.length() == 4);
  private static final Predicate<WireFrame> GOAWAY =
      is(FrameType.GOAWAY).and(wire -> wire.length() >= 8);

  private PayloadFaults() {}

  static List<Fault> all() {
    List<Fault> all = new ArrayList<>();
    all.addAll(syn());
    all.addAll(codes());
    all.addAll(numbers());
    all.addAll(goAway());
    return all;
  }

  private static List<Fault> syn() {
    return List.of(
        both("syn-type-before-priority", change(WITH_BOTH, wire -> swapped(wire))),
        incoming(
            "syn-type-read-as-priority",
            change(WITH_TYPE_ONLY, wire -> withFlags(wire, wire.flags() ^ 6))),
        incoming("syn-type-shifted", number(WITH_TYPE_ONLY, 0, value -> value << 1)),
        incoming("syn-priority-shifted", number(WITH_PRIORITY, 0, value -> value << 1)),
        incoming("stream-type-masked", number(WITH_TYPE_ONLY, 0, value -> value & 0x7FFFFFFF)),
        incoming("type-of-31-bits", number(WITH_TYPE_ONLY, 0, value -> value & 0x7FFFFFFF)),
        incoming("syn-fin-lost", change(is(FrameType.SYN), w -> withFlags(w, w.flags() & 6)))
            .silently(),
        both(
            "syn-zero-fields-sent",
            on(Frame.Syn.class, (syn, to) -> to.pass(syn.toWireWithExplicitZeros()))),
        frames("syn-fields-remembered", () -> new FrameFault(rememberingFields(), null)),
        incoming("explicit-zero-refused", refuse(PayloadFaults::hasExplicitZero)),
        incoming(
            "undefined-flag-adds-length",
            refuse(is(FrameType.SYN).and(wire -> (wire.flags() & ~7) != 0))),
        incoming("application-type-refused", refuse(WITH_TYPE_ONLY)),
        incoming(
            "extension-bound-off-by-one",
            refuse(WITH_TYPE_ONLY.and(wire -> Octets.getInt(wire.payload(), 0) == 0xFFFFFEFE))));
  }

  private static List<Fault> codes() {
    List<Fault> faults = new ArrayList<>();
    for (int code = 0; code <= ErrorCodes.CANCEL; code++) {
      int wrong = code;
      faults.add(
          incoming(
              "code-" + code + "-misread",
              number(RST, 0, value -> value == wrong ? (wrong + 1) % 8 : value)));
    }
    faults.add(incoming("code-masked", code(value -> value & 0x7FFFFFFF)));
    faults.add(incoming("unknown-code-replaced", code(PayloadFaults::known)));
    faults.add(incoming("unknown-code-refused", refuse(PayloadFaults::hasUnknownCode)));
    faults.add(incoming("unknown-code-is-an-error", refuse(PayloadFaults::hasUnknownCode)));
    return faults;
  }

  private static List<Fault> numbers() {
    return List.of(
        incoming("increment-shifted", number(WNDINC, 0, value -> value << 1)),
        incoming("increment-truncated", number(WNDINC, 0, value -> value & 0xFFFF)),
        incoming("increment-little-endian", number(WNDINC, 0, Integer::reverseBytes)),
        incoming("increment-not-masked", refuse(WNDINC.and(PayloadFaults::hasTopBit))),
        incoming(
            "increment-0-session-error",
            refuse(WNDINC.and(w -> (Octets.getInt(w.payload(), 0) & 0x7FFFFFFF) == 0))),
        both(
            "priority-truncated",
            (wire, to) ->
                (PRI.or(WITH_PRIORITY).test(wire)
                        ? number(w -> true, 0, value -> value & 0xFFFF)
                        : Rewrite.NONE)
                    .apply(wire, to)),
        incoming(
            "priority-not-masked", refuse(PRI.or(WITH_PRIORITY).and(PayloadFaults::hasTopBit))),
        incoming(
            "reserved-payload-bit-read",
            refuse(PRI.or(WITH_PRIORITY).or(WNDINC).or(GOAWAY).and(PayloadFaults::hasTopBit))),
        incoming("pri-unknown-type", change(PRI, wire -> withType(wire, 31))),
        both("pri-zero-omitted", drop(PRI.and(w -> Octets.getInt(w.payload(), 0) == 0))),
        outgoing(
            "little-endian-fields",
            (wire, to) ->
                to.pass(
                    is(FrameType.DATA).test(wire) || wire.length() < 4
                        ? wire
                        : withNumber(wire, 0, Integer::reverseBytes))));
  }

  private static List<Fault> goAway() {
    return List.of(
        incoming("goaway-code-before-last", change(GOAWAY, wire -> swapped(wire))),
        incoming("goaway-debug-lost", change(GOAWAY, wire -> resized(wire, 8))),
        incoming(
            "goaway-debug-cut-short",
            change(GOAWAY, wire -> resized(wire, Math.min(wire.length(), 8 + 63)))),
        incoming("goaway-debug-required", refuse(GOAWAY.and(wire -> wire.length() == 8))),
        incoming("goaway-last-0-refused", refuse(GOAWAY.and(wire -> last(wire) == 0))),
        incoming(
            "goaway-last-parity-checked",
            refuse((w, s) -> GOAWAY.test(w) && last(w) != 0 && !s.isOwn(last(w)))),
        incoming("goaway-length-multiple-of-4", refuse(GOAWAY.and(w -> w.length() % 4 != 0))),
        incoming("last-stream-id-not-masked", refuse(GOAWAY.and(PayloadFaults::hasTopBit))),
        incoming("last-stream-id-truncated", number(GOAWAY, 0, value -> value & 0xFFFF)),
        incoming(
            "debug-content-refused",
            refuse(GOAWAY.and(wire -> wire.length() > 4_096 || isNoText(wire)))),
        both(
            "debug-not-utf-8",
            on(
                Frame.GoAway.class,
                (goAway, to) ->
                    to.pass(
                        new Frame.GoAway(
                            goAway.last(),
                            goAway.code(),
                            goAway.debugText().getBytes(StandardCharsets.ISO_8859_1))))),
        incoming("debug-not-skipped", PayloadFaults::readDebugAsFrames),
        incoming("debug-read-as-frames", PayloadFaults::readDebugAsFrames).silently(),
        incoming("debug-cut-loses-step", PayloadFaults::readDebugAsFrames));
  }

  private static Rewrite rememberingFields() {
    int[] fields = new int[2];
    return on(
        Frame.Syn.class,
        (syn, to) -> {
          fields[0] = syn.priority() == 0 ? fields[0] : syn.priority();
          fields[1] = syn.streamType() == 0 ? fields[1] : syn.streamType();
          to.pass(new Frame.Syn(syn.stream(), fields[0], fields[1], syn.fin()));
        });
  }

  private static Fault both(String id, Rewrite rewrite) {
    return frames(id, () -> new FrameFault(rewrite, rewrite));
  }

  private static Rewrite number(Predicate<WireFrame> which, int index, IntUnaryOperator how) {
    return change(which, wire -> withNumber(wire, index, how));
  }

  private static Rewrite code(IntUnaryOperator how) {
    return (wire, to) ->
        (GOAWAY.test(wire) ? number(GOAWAY, 1, how) : number(RST, 0, how)).apply(wire, to);
  }

  private static int known(int code) {
    return ErrorCodes.isKnown(code) ? code : ErrorCodes.INTERNAL_ERROR;
  }

  private static boolean hasUnknownCode(WireFrame wire) {
    return (RST.test(wire) && !ErrorCodes.isKnown(Octets.getInt(wire.payload(), 0)))
        || (GOAWAY.test(wire) && !ErrorCodes.isKnown(Octets.getInt(wire.payload(), 4)));
  }

  private static boolean hasExplicitZero(WireFrame wire) {
    return Frame.of(wire)
        .filter(frame -> frame instanceof Frame.Syn && wire.length() > frame.toWire().length())
        .isPresent();
  }

  private static int last(WireFrame wire) {
    return Octets.getInt(wire.payload(), 0) & 0x7FFFFFFF;
  }

  private static boolean isNoText(WireFrame wire) {
    byte[] debug = Arrays.copyOfRange(wire.payload(), 8, wire.payload().length);
    byte[] again = new String(debug, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    return !Arrays.equals(debug, again);
  }

  private static void readDebugAsFrames(WireFrame wire, Passage to) {
    if (GOAWAY.test(wire)) {
      to.pass(resized(wire, 8));
      to.octets(Arrays.copyOfRange(wire.payload(), 8, wire.payload().length));
    } else {
      to.pass(wire);
    }
  }

  private static boolean hasTopBit(WireFrame wire) {
    return wire.payload()[0] < 0;
  }
}
