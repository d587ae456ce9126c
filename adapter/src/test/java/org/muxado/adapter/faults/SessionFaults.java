package org.muxado.adapter.faults;

import static org.muxado.adapter.faults.planting.Fault.frames;
import static org.muxado.adapter.faults.planting.Fault.options;
import static org.muxado.adapter.faults.planting.Fault.outgoing;
import static org.muxado.adapter.faults.planting.Rewrites.on;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.muxado.adapter.faults.planting.Fault;
import org.muxado.adapter.faults.planting.FrameFault;
import org.muxado.adapter.faults.planting.Options;
import org.muxado.adapter.faults.planting.Passage;
import org.muxado.adapter.faults.planting.Rewrite;
import org.muxado.adapter.faults.planting.WireFault;
import org.muxado.vectors.wire.Frame;

/** Faults in how a session begins, and in who may speak when. Stateless. */
final class SessionFaults {

  private SessionFaults() {}

  static List<Fault> all() {
    return List.of(
        frames("preface-sent", () -> new FrameFault(null, withPreface())).silently(),
        options("close-waits-for-a-window", Options::stoppedClock).silently(),
        options("close-lingers-for-ever", Options::stoppedClock).silently(),
        outgoing("second-close-says-goodbye-again", on(Frame.GoAway.class, SessionFaults::twice)),
        outgoing("queued-frames-survive-error", on(Frame.GoAway.class, SessionFaults::behindASyn)),
        frames("waits-for-the-peer", SessionFaults::silentUntilSpokenTo).silently(),
        frames("waits-to-speak-first", SessionFaults::deafUntilSpeaking).silently(),
        wire("acts-on-header-alone", WireFault.TAKES_HEADERS_ALONE),
        wire("fin-before-payload", WireFault.TAKES_HEADERS_ALONE),
        wire("payload-read-past-end", WireFault.TAKES_HEADERS_ALONE),
        wire("short-read-taken-for-frame", WireFault.TAKES_HEADERS_ALONE).silently(),
        wire("frames-of-one-read-lost", WireFault.TAKES_FIRST_OF_READ).silently(),
        wire("reader-waits-for-writer", WireFault.READER_WAITS_FOR_WRITER).silently(),
        wire("reader-writes-its-answers", WireFault.READER_WAITS_FOR_WRITER).silently(),
        wire("half-written-frame-dropped", WireFault.RELEASES_AT_THE_END),
        wire("session-error-keeps-transport", WireFault.KEEPS_WIRE_OPEN).silently(),
        wire("close-waits-for-peer-end", WireFault.KEEPS_WIRE_OPEN).silently());
  }

  static Fault wire(String id, WireFault fault) {
    return frames(id, () -> FrameFault.of(fault));
  }

  /** Says it again. */
  static void twice(Frame frame, Passage to) {
    to.pass(frame);
    to.pass(frame);
  }

  private static void behindASyn(Frame frame, Passage to) {
    to.pass(new Frame.Syn(1, 0, 0, false));
    to.pass(frame);
  }

  private static Rewrite withPreface() {
    boolean[] said = new boolean[1];
    return (wire, to) -> {
      if (!said[0]) {
        to.octets("MUXADO/1".getBytes(StandardCharsets.US_ASCII));
      }
      said[0] = true;
      to.pass(wire);
    };
  }

  private static FrameFault silentUntilSpokenTo() {
    boolean[] heard = new boolean[1];
    Rewrite hearing =
        (wire, to) -> {
          heard[0] = true;
          to.pass(wire);
        };
    return new FrameFault(
        hearing,
        (wire, to) -> {
          if (heard[0]) {
            to.pass(wire);
          }
        });
  }

  private static FrameFault deafUntilSpeaking() {
    boolean[] spoke = new boolean[1];
    Rewrite speaking =
        (wire, to) -> {
          spoke[0] = true;
          to.pass(wire);
        };
    return new FrameFault(
        (wire, to) -> {
          if (spoke[0]) {
            to.pass(wire);
          }
        },
        speaking);
  }
}
