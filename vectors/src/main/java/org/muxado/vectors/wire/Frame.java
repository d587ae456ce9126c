package org.muxado.vectors.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a well-formed frame says, without its reserved bits and undefined flags. Values; numbers of
 * 32 bits are unsigned in an int.
 */
public sealed interface Frame {

  /** The stream id; 0 for GOAWAY. */
  int stream();

  /** The type of this frame. */
  FrameType type();

  /** The frame as a conforming sender writes it. */
  WireFrame toWire();

  /** Opens a stream (SYN-1). */
  record Syn(int stream, int priority, int streamType, boolean fin) implements Frame {
    @Override
    public FrameType type() {
      return FrameType.SYN;
    }

    @Override
    public WireFrame toWire() {
      return wire(priority != 0, streamType != 0);
    }

    /** The frame with both fields present, also where their value is 0 (SYN-6). */
    public WireFrame toWireWithExplicitZeros() {
      return wire(true, true);
    }

    private WireFrame wire(boolean withPriority, boolean withType) {
      int flags =
          (fin ? Flags.FIN : 0) | (withPriority ? Flags.PRIORITY : 0) | (withType ? Flags.TYPE : 0);
      byte[] payload =
          Octets.concat(
              withPriority ? Octets.ofInts(priority) : new byte[0],
              withType ? Octets.ofInts(streamType) : new byte[0]);
      return WireFrame.of(FrameType.SYN.number(), flags, stream, payload);
    }
  }

  /** Ends a stream at once (RST-1). */
  record Rst(int stream, int code) implements Frame {
    @Override
    public FrameType type() {
      return FrameType.RST;
    }

    @Override
    public WireFrame toWire() {
      return WireFrame.of(type().number(), 0, stream, Octets.ofInts(code));
    }
  }

  /** Carries octets of a stream. */
  @SuppressWarnings("ArrayRecordComponent") // equals and hashCode are written for it below
  record Data(int stream, byte[] payload, boolean fin) implements Frame {
    @Override
    public FrameType type() {
      return FrameType.DATA;
    }

    @Override
    public WireFrame toWire() {
      return WireFrame.of(type().number(), fin ? Flags.FIN : 0, stream, payload);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Data d
          && stream == d.stream
          && fin == d.fin
          && Arrays.equals(payload, d.payload);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * stream + Boolean.hashCode(fin)) + Arrays.hashCode(payload);
    }

    @Override
    public String toString() {
      return toWire().toString();
    }
  }

  /** Grows a stream's window (WND-1). */
  record WndInc(int stream, int increment) implements Frame {
    @Override
    public FrameType type() {
      return FrameType.WNDINC;
    }

    @Override
    public WireFrame toWire() {
      return WireFrame.of(type().number(), 0, stream, Octets.ofInts(increment));
    }
  }

  /** Changes a stream's priority (PRI-1). */
  record Pri(int stream, int priority) implements Frame {
    @Override
    public FrameType type() {
      return FrameType.PRI;
    }

    @Override
    public WireFrame toWire() {
      return WireFrame.of(type().number(), 0, stream, Octets.ofInts(priority));
    }
  }

  /** Says which streams will be processed (GOAWAY-1). */
  @SuppressWarnings("ArrayRecordComponent") // equals and hashCode are written for it below
  record GoAway(int last, int code, byte[] debug) implements Frame {
    @Override
    public int stream() {
      return 0;
    }

    @Override
    public FrameType type() {
      return FrameType.GOAWAY;
    }

    @Override
    public WireFrame toWire() {
      return WireFrame.of(type().number(), 0, 0, Octets.concat(Octets.ofInts(last, code), debug));
    }

    /** The debug octets as UTF-8 text; octets that are none become replacement characters. */
    public String debugText() {
      return new String(debug, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof GoAway g
          && last == g.last
          && code == g.code
          && Arrays.equals(debug, g.debug);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * last + code) + Arrays.hashCode(debug);
    }

    @Override
    public String toString() {
      return toWire().toString();
    }
  }

  /**
   * Reads a frame that a receiver must accept; empty if {@link FrameCheck#receiverFaults} finds
   * anything, or the payload is not there. A GOAWAY is read from its first 8 payload octets on
   * (GOAWAY-3).
   */
  static Optional<Frame> of(WireFrame wire) {
    return FrameParser.parse(wire);
  }
}
