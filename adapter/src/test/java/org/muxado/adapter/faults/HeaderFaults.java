package org.muxado.adapter.faults;

import static org.muxado.adapter.faults.planting.Fault.incoming;
import static org.muxado.adapter.faults.planting.Fault.outgoing;
import static org.muxado.adapter.faults.planting.Rewrites.carrying;
import static org.muxado.adapter.faults.planting.Rewrites.change;
import static org.muxado.adapter.faults.planting.Rewrites.drop;
import static org.muxado.adapter.faults.planting.Rewrites.is;
import static org.muxado.adapter.faults.planting.Rewrites.onStream;
import static org.muxado.adapter.faults.planting.Rewrites.refuse;
import static org.muxado.adapter.faults.planting.Rewrites.resized;
import static org.muxado.adapter.faults.planting.Rewrites.then;
import static org.muxado.adapter.faults.planting.Rewrites.withFlags;
import static org.muxado.adapter.faults.planting.Rewrites.withType;

import java.util.List;
import java.util.function.Predicate;
import org.muxado.adapter.faults.planting.Fault;
import org.muxado.adapter.faults.planting.Passage;
import org.muxado.adapter.faults.planting.Rewrite;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Flags;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.FrameCheck;
import org.muxado.vectors.wire.FrameType;
import org.muxado.vectors.wire.Octets;
import org.muxado.vectors.wire.WireFrame;

/** Faults in reading and writing the 8 octets before every payload. Stateless. */
final class HeaderFaults {

  private HeaderFaults() {}

  static List<Fault> all() {
    return List.of(
        // Lengths.
        incoming("body-awaited-before-length-check", drop(HeaderFaults::hasWrongLength)).silently(),
        waitingForWholeFrames("stream-0-body-awaited"),
        waitingForWholeFrames("unknown-type-body-awaited"),
        wrongLengths("wrong-length-accepted", FrameType.values()),
        wrongLengths("syn-length-unchecked", FrameType.SYN),
        wrongLengths("rst-length-unchecked", FrameType.RST),
        wrongLengths("wndinc-length-unchecked", FrameType.WNDINC),
        wrongLengths("pri-length-unchecked", FrameType.PRI),
        wrongLengths("goaway-length-unchecked", FrameType.GOAWAY),
        wrongLengths("goaway-length-bound-off-by-one", FrameType.GOAWAY),
        incoming("syn-length-8-always-allowed", HeaderFaults::takeSynOfAnyFields).silently(),
        incoming("empty-fixed-frame-crashes", HeaderFaults::crashOnEmpty).silently(),
        incoming("length-13-bits", (wire, to) -> misread(wire, wire.length() & 0x1FFF, to))
            .silently(),
        incoming("length-of-12-bits", (wire, to) -> misread(wire, wire.length() & 0xFFF, to)),
        incoming("length-low-octet-only", (wire, to) -> misread(wire, wire.length() & 0xFF, to)),
        incoming("payload-length-ignored", (wire, to) -> misread(wire, 0, to)),
        incoming(
                "length-little-endian",
                (wire, to) -> misread(wire, Short.reverseBytes((short) wire.length()), to))
            .silently(),
        incoming("length-not-masked", drop(HeaderFaults::isReservedBeforeLength)).silently(),
        outgoing("length-counts-header", (wire, to) -> to.pass(wire.withLength(wire.length() + 8)))
            .silently(),
        incoming("longest-frame-refused", refuse(HeaderFaults::isLongest)),
        // Types.
        incoming("unknown-type-ignored", drop(HeaderFaults::isUnknownType)).silently(),
        incoming("type-0-taken-for-data", change(wire -> wire.type() == 0, w -> withType(w, 3)))
            .silently(),
        incoming("type-bound-off-by-one", drop(wire -> wire.type() == 7)).silently(),
        incoming("type-not-masked", refuse(HeaderFaults::isReservedBeforeType)),
        incoming(
                "reserved-bits-change-type",
                change(HeaderFaults::isReservedBeforeType, wire -> withType(wire, 3)))
            .silently(),
        // Flags.
        incoming("undefined-flags-refused", refuse(HeaderFaults::hasUndefinedFlags)),
        outgoing(
            "undefined-flags-sent", (wire, to) -> to.pass(withFlags(wire, wire.flags() | 0x80))),
        takingFlagsForFin("fin-read-on-every-type", FrameType.values()),
        takingFlagsForFin("rst-flag-taken-for-fin", FrameType.RST),
        takingFlagsForFin("wndinc-flag-taken-for-fin", FrameType.WNDINC),
        takingFlagsForFin("pri-flag-taken-for-fin", FrameType.PRI),
        incoming(
            "any-flag-taken-for-fin",
            change(wire -> is(FrameType.DATA).test(wire) && wire.flags() != 0, HeaderFaults::fin)),
        // Stream ids and reserved bits.
        incoming("stream-0-accepted", drop(HeaderFaults::isOnStream0)).silently(),
        incoming("goaway-stream-unchecked", change(is(FrameType.GOAWAY), w -> onStream(w, 0)))
            .silently(),
        incoming(
                "stream-id-off-by-one",
                (wire, to) -> to.pass(onStream(wire, Math.max(0, wire.stream() - 1))))
            .silently(),
        incoming(
                "stream-id-truncated",
                (wire, to) -> to.pass(onStream(wire, wire.stream() & 0xFFFFFF)))
            .silently(),
        incoming(
                "stream-id-little-endian",
                (wire, to) ->
                    to.pass(onStream(wire, Integer.reverseBytes(wire.stream()) & 0x7FFFFFFF)))
            .silently(),
        incoming(
                "stream-id-not-masked",
                change(
                    HeaderFaults::isReservedBeforeStream,
                    w -> onStream(w, w.stream() ^ 0x40000001)))
            .silently(),
        outgoing("stream-id-missing", (wire, to) -> to.pass(onStream(wire, 0))),
        incoming("reserved-bits-refused", refuse(HeaderFaults::hasReservedBit)),
        incoming("reserved-header-bits-read", refuse(HeaderFaults::hasReservedInHeader)),
        outgoing("reserved-bits-sent", (wire, to) -> to.pass(wire.withReserved(0x21))),
        // Errors that are said wrongly.
        outgoing("session-error-with-wrong-code", change(HeaderFaults::isError, w -> recoded(w))),
        outgoing("session-error-without-goaway", drop(HeaderFaults::isError)),
        outgoing("session-error-without-text", change(HeaderFaults::isError, w -> resized(w, 8))),
        outgoing(
            "session-error-said-twice",
            then((wire, streams) -> isError(wire), (wire, to) -> to.pass(wire))),
        outgoing(
            "data-behind-session-error",
            then(
                (wire, streams) -> isError(wire),
                (wire, to) -> to.pass(new Frame.Data(2, new byte[1], false)))));
  }

  /** Every frame goes on once it is whole, not before. */
  private static Fault waitingForWholeFrames(String id) {
    return incoming(id, Rewrite.NONE).silently();
  }

  private static Fault wrongLengths(String id, FrameType... types) {
    Predicate<WireFrame> wrong =
        wire ->
            List.of(types).stream().anyMatch(type -> is(type).test(wire)) && hasWrongLength(wire);
    return incoming(id, change(wrong, wire -> resized(wire, rightLength(wire)))).silently();
  }

  private static boolean hasWrongLength(WireFrame wire) {
    return FrameCheck.receiverFaults(wire).stream()
        .anyMatch(fault -> fault.code() == ErrorCodes.FRAME_SIZE_ERROR);
  }

  private static int rightLength(WireFrame wire) {
    return switch (FrameType.of(wire.type()).orElseThrow()) {
      case SYN -> FrameType.synLength(wire.flags());
      case GOAWAY -> 8;
      default -> 4;
    };
  }

  private static void takeSynOfAnyFields(WireFrame wire, Passage to) {
    boolean isOfSomeSyn = wire.length() == 4 || wire.length() == 8;
    boolean taken = is(FrameType.SYN).test(wire) && isOfSomeSyn;
    to.pass(taken ? resized(wire, FrameType.synLength(wire.flags())) : wire);
  }

  private static void crashOnEmpty(WireFrame wire, Passage to) {
    boolean isFixed = is(FrameType.RST).or(is(FrameType.WNDINC)).or(is(FrameType.PRI)).test(wire);
    if (isFixed && wire.length() == 0) {
      throw new IndexOutOfBoundsException("a planted crash");
    }
    to.pass(wire);
  }

  /**
   * The payload goes on whole behind another length, which is where the next frame is looked for.
   */
  private static void misread(WireFrame wire, int length, Passage to) {
    to.octets(
        Octets.concat(
            wire.withPayload(new byte[0]).withLength(length & WireFrame.MAX_LENGTH).encode(),
            wire.payload()));
  }

  private static Fault takingFlagsForFin(String id, FrameType... types) {
    Predicate<WireFrame> odd =
        wire ->
            List.of(types).stream().anyMatch(type -> is(type).test(wire))
                && !is(FrameType.DATA).test(wire)
                && hasUndefinedFlags(wire);
    return incoming(
        id,
        then(
            (wire, streams) -> odd.test(wire),
            (wire, to) -> to.pass(new Frame.Data(wire.stream(), new byte[0], true))));
  }

  private static WireFrame fin(WireFrame wire) {
    return withFlags(wire, Flags.FIN);
  }

  private static boolean hasReservedBit(WireFrame wire) {
    boolean mayBeReserved =
        is(FrameType.WNDINC)
            .or(is(FrameType.PRI))
            .or(is(FrameType.GOAWAY))
            .or(is(FrameType.SYN).and(syn -> syn.has(Flags.PRIORITY)))
            .test(wire);
    return hasReservedInHeader(wire)
        || (mayBeReserved && wire.payload().length > 0 && wire.payload()[0] < 0);
  }

  private static boolean isError(WireFrame wire) {
    return Frame.of(wire)
        .filter(frame -> frame instanceof Frame.GoAway goAway && goAway.code() != 0)
        .isPresent();
  }

  private static WireFrame recoded(WireFrame wire) {
    return carrying(
        wire, Octets.concat(Octets.ofInts(0, ErrorCodes.CANCEL), new byte[] {110, 111}));
  }

  private static boolean hasReservedInHeader(WireFrame wire) {
    return wire.reserved() != 0;
  }

  private static boolean isReservedBeforeLength(WireFrame wire) {
    return (wire.reserved() & 0x30) != 0;
  }

  private static boolean isReservedBeforeType(WireFrame wire) {
    return (wire.reserved() & 0x0E) != 0;
  }

  private static boolean isReservedBeforeStream(WireFrame wire) {
    return (wire.reserved() & 0x01) != 0;
  }

  private static boolean isUnknownType(WireFrame wire) {
    return FrameType.of(wire.type()).isEmpty();
  }

  private static boolean isOnStream0(WireFrame wire) {
    return wire.stream() == 0 && wire.type() < FrameType.GOAWAY.number();
  }

  private static boolean hasUndefinedFlags(WireFrame wire) {
    return FrameType.of(wire.type())
        .filter(type -> (wire.flags() & ~type.definedFlags()) != 0)
        .isPresent();
  }

  private static boolean isLongest(WireFrame wire) {
    return wire.length() == WireFrame.MAX_LENGTH;
  }
}
