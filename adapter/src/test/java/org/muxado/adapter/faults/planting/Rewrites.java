package org.muxado.adapter.faults.planting;

import java.util.Arrays;
import java.util.function.BiPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.FrameType;
import org.muxado.vectors.wire.Octets;
import org.muxado.vectors.wire.WireFrame;

/** The rewrites that faults are made of. Stateless. */
public final class Rewrites {

  private Rewrites() {}

  /** What becomes of a frame of one kind. */
  public interface Typed<F extends Frame> {

    /** As {@link Rewrite#apply}. */
    void apply(F frame, Passage to);
  }

  /** Frames of this kind go another way. */
  public static <F extends Frame> Rewrite on(Class<F> kind, Typed<F> rewrite) {
    return (wire, to) ->
        Frame.of(wire)
            .filter(kind::isInstance)
            .map(kind::cast)
            .ifPresentOrElse(frame -> rewrite.apply(frame, to), () -> to.pass(wire));
  }

  /** These frames go another way. */
  public static Rewrite where(Predicate<WireFrame> which, Rewrite rewrite) {
    return (wire, to) -> (which.test(wire) ? rewrite : Rewrite.NONE).apply(wire, to);
  }

  /** These frames, seen with the streams before them, go another way. */
  public static Rewrite where(BiPredicate<WireFrame, StreamStates> which, Rewrite rewrite) {
    return (wire, to) -> (which.test(wire, to.streams()) ? rewrite : Rewrite.NONE).apply(wire, to);
  }

  /** These frames are lost. */
  public static Rewrite drop(Predicate<WireFrame> which) {
    return where(which, (wire, to) -> {});
  }

  /** These frames are lost. */
  public static Rewrite drop(BiPredicate<WireFrame, StreamStates> which) {
    return where(which, (wire, to) -> {});
  }

  /** These frames are taken for session errors. */
  public static Rewrite refuse(Predicate<WireFrame> which) {
    return where(which, (wire, to) -> to.sessionError());
  }

  /** These frames are taken for session errors. */
  public static Rewrite refuse(BiPredicate<WireFrame, StreamStates> which) {
    return where(which, (wire, to) -> to.sessionError());
  }

  /** These frames are changed. */
  public static Rewrite change(Predicate<WireFrame> which, UnaryOperator<WireFrame> how) {
    return where(which, (wire, to) -> to.pass(how.apply(wire)));
  }

  /** Something follows these frames. */
  public static Rewrite then(BiPredicate<WireFrame, StreamStates> which, Rewrite follow) {
    return (wire, to) -> {
      to.pass(wire);
      if (which.test(wire, to.streams())) {
        follow.apply(wire, to);
      }
    };
  }

  /** Whether a frame has this type. */
  public static Predicate<WireFrame> is(FrameType type) {
    return wire -> wire.type() == type.number();
  }

  /** The same frame on another stream. */
  public static WireFrame onStream(WireFrame wire, int stream) {
    return new WireFrame(
        wire.reserved(), wire.length(), wire.flags(), wire.type(), stream, wire.payload());
  }

  /** The same frame with other flags. */
  public static WireFrame withFlags(WireFrame wire, int flags) {
    return new WireFrame(
        wire.reserved(), wire.length(), flags, wire.type(), wire.stream(), wire.payload());
  }

  /** The same frame with another type. */
  public static WireFrame withType(WireFrame wire, int type) {
    return new WireFrame(
        wire.reserved(), wire.length(), wire.flags(), type, wire.stream(), wire.payload());
  }

  /** The same frame with a payload of another size, cut or filled with zeros. */
  public static WireFrame resized(WireFrame wire, int length) {
    return wire.withLength(length).withPayload(Arrays.copyOf(wire.payload(), length));
  }

  /** The same frame with another payload, and the length that goes with it. */
  public static WireFrame carrying(WireFrame wire, byte[] payload) {
    return wire.withLength(payload.length).withPayload(payload);
  }

  /** The same frame with one of the 32-bit numbers of its payload changed. */
  public static WireFrame withNumber(WireFrame wire, int index, IntUnaryOperator how) {
    byte[] octets = wire.payload();
    byte[] number = Octets.ofInts(how.applyAsInt(Octets.getInt(octets, 4 * index)));
    byte[] before = Arrays.copyOf(octets, 4 * index);
    byte[] behind = Arrays.copyOfRange(octets, 4 * index + 4, octets.length);
    return wire.withPayload(Octets.concat(before, number, behind));
  }

  /** The same frame with two neighbours among its 32-bit numbers swapped. */
  public static WireFrame swapped(WireFrame wire) {
    byte[] octets = wire.payload();
    byte[] rest = Arrays.copyOfRange(octets, 8, octets.length);
    return wire.withPayload(
        Octets.concat(Arrays.copyOfRange(octets, 4, 8), Arrays.copyOfRange(octets, 0, 4), rest));
  }
}
