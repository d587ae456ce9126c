package org.muxado.tck.suite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.muxado.tck.spi.Decoded;
import org.muxado.tck.spi.FrameCodec;
import org.muxado.vectors.Level;
import org.muxado.vectors.frame.FrameVector;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.Octets;

/** Holds what a codec makes of a frame vector against the vector. */
final class CodecCheck {

  private static final int SHOWN_OCTETS = 64;

  /** How much of a debug text a receiver should keep (LIMIT-16). */
  private static final int LEAST_KEPT_OCTETS = 64;

  private final FrameVector vector;
  private final FrameCodec codec;
  private final List<Mismatch> mismatches = new ArrayList<>();

  CodecCheck(FrameVector vector, FrameCodec codec) {
    this.vector = vector;
    this.codec = codec;
  }

  /** One difference between what should be and what is. */
  record Mismatch(String expected, String actual) {}

  /** The differences; empty if there are none. */
  List<Mismatch> check(CodecCase.Direction direction) {
    if (direction == CodecCase.Direction.ENCODE) {
      encode();
    } else {
      decode();
    }
    return List.copyOf(mismatches);
  }

  private void encode() {
    byte[] octets =
        Octets.concat(
            vector.frames().stream()
                .map(frame -> codec.encode(CodecFrames.of(frame)))
                .toArray(byte[][]::new));
    if (!Arrays.equals(octets, vector.octets())) {
      String expected = Octets.hex(vector.octets(), SHOWN_OCTETS);
      mismatches.add(new Mismatch(expected, Octets.hex(octets, SHOWN_OCTETS)));
    }
  }

  private void decode() {
    FrameVector.SessionError error = vector.error();
    if (error != null && error.decidedAfter() < vector.octets().length) {
      judge(codec.decode(Arrays.copyOf(vector.octets(), error.decidedAfter())));
    }
    judge(codec.decode(vector.octets()));
  }

  private boolean areThose(List<Frame> frames) {
    List<Frame> expected = vector.frames();
    return frames.size() == expected.size()
        && IntStream.range(0, frames.size()).allMatch(i -> is(expected.get(i), frames.get(i)));
  }

  /** Of a debug text, its first octets are enough (LIMIT-10). */
  private boolean is(Frame expected, Frame frame) {
    if (expected instanceof Frame.GoAway whole && frame instanceof Frame.GoAway kept) {
      int difference = Arrays.mismatch(whole.debug(), kept.debug());
      boolean isPrefix = difference == -1 || difference == kept.debug().length;
      boolean isEnough = kept.debug().length >= leastKept(whole.debug().length);
      return isPrefix && isEnough && whole.last() == kept.last() && whole.code() == kept.code();
    }
    return frame.equals(expected);
  }

  /** Keeping debug octets is recommended, so that only a vector of that level asks for it. */
  private int leastKept(int sentOctets) {
    return vector.level() == Level.SHOULD ? Math.min(sentOctets, LEAST_KEPT_OCTETS) : 0;
  }

  private static String text(List<Frame> frames) {
    return frames.isEmpty()
        ? "no frame"
        : frames.stream().map(CodecCheck::text).collect(Collectors.joining("; "));
  }

  /** As everywhere; an adapter may answer with numbers that no frame can hold. */
  private static String text(Frame frame) {
    try {
      return frame.toWire().toString();
    } catch (IllegalArgumentException e) {
      return frame.type() + " that no octets can say: " + e.getMessage();
    }
  }

  private void judge(Decoded decoded) {
    List<Frame> frames = decoded.frames().stream().map(CodecFrames::of).toList();
    if (!areThose(frames)) {
      mismatches.add(new Mismatch(text(vector.frames()), text(frames)));
    }
    FrameVector.SessionError error = vector.error();
    OptionalInt found = decoded.sessionError();
    boolean isRight =
        error == null
            ? found.isEmpty()
            : found.isPresent() && error.codes().allow(found.getAsInt());
    if (!isRight) {
      String expected =
          error == null ? "no error" : error.codes() + " after " + error.decidedAfter() + " octets";
      String actual = found.isPresent() ? ErrorCodes.name(found.getAsInt()) : "no error";
      mismatches.add(new Mismatch(expected, actual));
    }
  }
}
