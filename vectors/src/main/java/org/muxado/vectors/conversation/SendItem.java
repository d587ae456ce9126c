package org.muxado.vectors.conversation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.muxado.vectors.wire.Octets;

/** Something that the kit writes. */
public sealed interface SendItem {

  /**
   * Frames.
   *
   * @param times how often the frame is sent; stream references are worked out each time
   */
  record Frames(OutFrame frame, Tampering tampering, int times) implements SendItem {}

  /** Octets as they are. */
  @SuppressWarnings("ArrayRecordComponent") // equals and hashCode are written for it below
  record Raw(byte[] octets) implements SendItem {
    @Override
    public boolean equals(Object other) {
      return other instanceof Raw r && Arrays.equals(octets, r.octets);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
      return octets.length + " raw octets " + Octets.hex(octets, 16);
    }
  }

  /** A frame whose stream is not worked out yet. Codes and types are unsigned in ints. */
  sealed interface OutFrame {

    /** The stream that the frame is on, or that it speaks of. */
    StreamRef stream();

    /**
     * SYN. An unbound name takes {@code id} and is bound to it.
     *
     * @param id the id that an unbound name takes, or null for {@code next}
     */
    record Syn(StreamRef stream, @Nullable StreamRef id, int priority, int type, boolean fin)
        implements OutFrame {}

    /** DATA; a payload longer than a frame goes out in full frames, FIN on the last one. */
    record Data(StreamRef stream, Payload payload, boolean fin) implements OutFrame {}

    /** RST. */
    record Rst(StreamRef stream, int code) implements OutFrame {}

    /** WNDINC. */
    record WndInc(StreamRef stream, int increment) implements OutFrame {}

    /** PRI. */
    record Pri(StreamRef stream, int priority) implements OutFrame {}

    /** GOAWAY. */
    record GoAway(StreamRef last, int code, String debug) implements OutFrame {
      /** The last stream id, which stands in the payload. */
      @Override
      public StreamRef stream() {
        return last;
      }
    }

    /** Any frame. */
    @SuppressWarnings("ArrayRecordComponent") // equals and hashCode are written for it below
    record Other(int type, int flags, StreamRef stream, byte[] payload) implements OutFrame {
      @Override
      public boolean equals(Object other) {
        return other instanceof Other o
            && type == o.type
            && flags == o.flags
            && stream.equals(o.stream)
            && Arrays.equals(payload, o.payload);
      }

      @Override
      public int hashCode() {
        return 31 * (31 * (31 * type + flags) + stream.hashCode()) + Arrays.hashCode(payload);
      }
    }
  }

  /**
   * What is made odd about a frame.
   *
   * @param reserved whether all reserved bits, of header and payload, are 1
   * @param extraFlags flags set beyond the right ones
   * @param declaredLength the length field, or null for the right one
   * @param omitPayload whether only the header is sent
   * @param explicitZero whether a SYN has both fields even where they are 0
   */
  record Tampering(
      boolean reserved,
      int extraFlags,
      @Nullable Integer declaredLength,
      boolean omitPayload,
      boolean explicitZero) {

    /** Nothing odd. */
    public static final Tampering NONE = new Tampering(false, 0, null, false, false);
  }
}
