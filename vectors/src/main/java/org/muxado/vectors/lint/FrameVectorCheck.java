package org.muxado.vectors.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muxado.vectors.frame.FrameNotation;
import org.muxado.vectors.frame.FrameVector;
import org.muxado.vectors.frame.FrameVector.SessionError;
import org.muxado.vectors.source.Finding;
import org.muxado.vectors.wire.Codes;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.FrameCheck;
import org.muxado.vectors.wire.Octets;
import org.muxado.vectors.wire.Violation;
import org.muxado.vectors.wire.WireFrame;
import org.muxado.vectors.wire.WireReader;

/** Holds a frame vector against the kit's own codec: a vector that it contradicts is wrong. */
final class FrameVectorCheck {

  private final FrameVector vector;
  private final List<Finding> findings = new ArrayList<>();

  private FrameVectorCheck(FrameVector vector) {
    this.vector = vector;
  }

  static List<Finding> check(FrameVector vector) {
    FrameVectorCheck check = new FrameVectorCheck(vector);
    if (vector.decodes()) {
      check.checkDecoding();
    }
    if (vector.encodes()) {
      check.checkEncoding();
    }
    return check.findings;
  }

  private void checkEncoding() {
    byte[] encoded =
        Octets.concat(
            vector.frames().stream().map(f -> f.toWire().encode()).toArray(byte[][]::new));
    if (!Arrays.equals(encoded, vector.octets())) {
      report("hex " + Octets.hex(vector.octets(), 32), "hex " + Octets.hex(encoded, 32));
    }
  }

  private void checkDecoding() {
    List<Frame> frames = new ArrayList<>();
    int at = 0;
    for (WireFrame wire : split()) {
      List<Violation> faults = FrameCheck.receiverFaults(wire);
      if (!faults.isEmpty()) {
        checkFrames(frames);
        checkError(faults, at + WireFrame.HEADER_OCTETS);
        return;
      }
      Frame.of(wire).filter(f -> wire.isComplete()).ifPresent(frames::add);
      at += WireFrame.HEADER_OCTETS + wire.length();
    }
    checkFrames(frames);
    if (vector.error() != null) {
      report("an error", "none, since all frames are right");
    }
  }

  private List<WireFrame> split() {
    WireReader reader = new WireReader();
    List<WireFrame> all = new ArrayList<>(reader.feed(vector.octets()));
    reader.partial().ifPresent(all::add);
    return all;
  }

  private void checkFrames(List<Frame> frames) {
    if (!frames.equals(vector.frames())) {
      report("frames: " + FrameNotation.of(vector.frames()), "frames: " + FrameNotation.of(frames));
    }
  }

  private void checkError(List<Violation> faults, int headerEnd) {
    Codes codes = new Codes(faults.stream().map(Violation::code).distinct().sorted().toList());
    Optional<SessionError> error = Optional.ofNullable(vector.error());
    Codes named =
        error.map(e -> new Codes(e.codes().codes().stream().sorted().toList())).orElse(Codes.ANY);
    if (!named.equals(codes)) {
      report(error.isEmpty() ? "no error" : "error " + named, "error " + codes);
    } else if (error.isPresent() && error.get().decidedAfter() < headerEnd) {
      report(
          "decided-after " + error.get().decidedAfter(),
          "at least " + headerEnd + ", where the wrong header ends");
    }
  }

  private void report(String found, String expected) {
    findings.add(new Finding(vector.at(), found + " in " + vector.id(), expected));
  }
}
