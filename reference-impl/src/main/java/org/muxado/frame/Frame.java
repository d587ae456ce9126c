package org.muxado.frame;

import java.nio.ByteBuffer;

/**
 * A frame (section 6). Immutable; a payload is a view of octets that its maker owns, so it must be
 * used before the maker goes on.
 */
public sealed interface Frame extends Decoded {

  /** The stream id; 0 for the session. */
  int streamId();

  /** The size of the whole frame in octets. */
  int sizeBytes();

  /**
   * Writes the frame.
   *
   * @param out has room for {@link #sizeBytes} octets
   */
  void write(ByteBuffer out);

  /**
   * Opens a stream.
   *
   * @param priority 0 to 2^31-1; 0 is not written (SYN-4)
   * @param type the stream type, unsigned; 0 is not written (SYN-5)
   * @param fin whether the opener sends no octets
   */
  record Syn(int streamId, int priority, int type, boolean fin) implements Frame {

    /** The size of the largest SYN in octets. */
    public static final int MAX_BYTES = FrameHeader.BYTES + 8;

    @Override
    public int sizeBytes() {
      return FrameHeader.BYTES + (priority == 0 ? 0 : 4) + (type == 0 ? 0 : 4);
    }

    @Override
    public void write(ByteBuffer out) {
      int flags =
          (fin ? FrameType.FIN : 0)
              | (priority == 0 ? 0 : FrameType.PRIORITY)
              | (type == 0 ? 0 : FrameType.TYPE);
      FrameHeader.write(out, sizeBytes() - FrameHeader.BYTES, flags, FrameType.SYN, streamId);
      if (priority != 0) {
        out.putInt(priority);
      }
      if (type != 0) {
        out.putInt(type);
      }
    }
  }

  /**
   * Ends both directions of a stream (RST-1).
   *
   * @param code the error code, unsigned
   */
  record Rst(int streamId, int code) implements Frame {
    @Override
    public int sizeBytes() {
      return FrameHeader.BYTES + 4;
    }

    @Override
    public void write(ByteBuffer out) {
      FrameHeader.write(out, 4, 0, FrameType.RST, streamId);
      out.putInt(code);
    }
  }

  /**
   * Carries octets.
   *
   * @param fin whether the sender's direction ends behind the payload
   * @param payload at most 16,383 octets
   */
  record Data(int streamId, boolean fin, ByteBuffer payload) implements Frame {
    @Override
    public int sizeBytes() {
      return FrameHeader.BYTES + payload.remaining();
    }

    @Override
    public void write(ByteBuffer out) {
      writeHeader(out, streamId, fin, payload.remaining());
      out.put(payload.duplicate());
    }

    /** Writes the header of a DATA whose payload of this many octets the caller puts behind it. */
    public static void writeHeader(ByteBuffer out, int streamId, boolean fin, int length) {
      FrameHeader.write(out, length, fin ? FrameType.FIN : 0, FrameType.DATA, streamId);
    }
  }

  /**
   * Widens a window (WND-1).
   *
   * @param increment octets, 0 to 2^31-1
   */
  record WndInc(int streamId, int increment) implements Frame {
    @Override
    public int sizeBytes() {
      return FrameHeader.BYTES + 4;
    }

    @Override
    public void write(ByteBuffer out) {
      FrameHeader.write(out, 4, 0, FrameType.WNDINC, streamId);
      out.putInt(increment);
    }
  }

  /**
   * Changes a priority (PRI-1).
   *
   * @param priority 0 to 2^31-1
   */
  record Pri(int streamId, int priority) implements Frame {
    @Override
    public int sizeBytes() {
      return FrameHeader.BYTES + 4;
    }

    @Override
    public void write(ByteBuffer out) {
      FrameHeader.write(out, 4, 0, FrameType.PRI, streamId);
      out.putInt(priority);
    }
  }

  /**
   * Leaves out the receiver's streams above an id (GOAWAY-1, GOAWAY-2).
   *
   * @param lastStreamId 0 to 2^31-1
   * @param code the error code, unsigned
   * @param debug text for people, at most {@link #MAX_DEBUG_BYTES} octets
   */
  record GoAway(int lastStreamId, int code, ByteBuffer debug) implements Frame {

    /** The longest debug text in octets. */
    public static final int MAX_DEBUG_BYTES = FrameHeader.MAX_PAYLOAD_BYTES - 8;

    @Override
    public int streamId() {
      return 0;
    }

    @Override
    public int sizeBytes() {
      return FrameHeader.BYTES + 8 + debug.remaining();
    }

    @Override
    public void write(ByteBuffer out) {
      FrameHeader.write(out, 8 + debug.remaining(), 0, FrameType.GOAWAY, 0);
      out.putInt(lastStreamId);
      out.putInt(code);
      out.put(debug.duplicate());
    }
  }
}
