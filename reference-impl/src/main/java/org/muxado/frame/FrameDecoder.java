package org.muxado.frame;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Finds frames in octets, however they are cut into pieces (FRAME-8). A wrong header is reported
 * before its payload is waited for (FRAME-10, FRAME-16); nothing is found after it (ERR-13). For
 * one thread.
 */
public final class FrameDecoder {

  /** How many octets of a debug text are kept (LIMIT-10). */
  public static final int MAX_DEBUG_KEPT_BYTES = 1_024;

  private final boolean shortGoAway;
  private final PartialPayload partial = new PartialPayload();
  private long header;
  private int headerBytes;
  private boolean failed;
  private @Nullable DebugText debug;

  /**
   * Starts at a frame boundary.
   *
   * @param shortGoAway whether a GOAWAY has 8 octets of payload whatever its header says (QUIRK-3)
   */
  public FrameDecoder(boolean shortGoAway) {
    this.shortGoAway = shortGoAway;
  }

  /**
   * Takes octets up to the end of the next find.
   *
   * @return the find, or null when all of the input was taken. A payload is valid until the next
   *     call, and as long as the input is left alone
   */
  public @Nullable Decoded next(ByteBuffer in) {
    if (failed) {
      in.position(in.limit());
      return null;
    }
    if (debug != null) {
      return debug.take(in) ? endOfGoAway(debug) : null;
    }
    if (!takeHeader(in)) {
      return null;
    }
    Decoded.Violation violation = HeaderRules.check(header, shortGoAway);
    if (violation != null) {
      failed = true;
      return violation;
    }
    ByteBuffer payload = partial.take(in, neededBytes());
    return payload == null ? null : decode(payload);
  }

  /**
   * Whether a frame has begun and has not been found whole. A GOAWAY is found as soon as its debug
   * text begins.
   */
  public boolean isInsideFrame() {
    return headerBytes > 0 && !failed;
  }

  /** The header of what {@link #next} gave last, in the layout of {@link FrameHeader}. */
  public long header() {
    return header;
  }

  /**
   * Says that no more octets will come.
   *
   * @return a GOAWAY whose debug text was cut short (GOAWAY-4), or null
   */
  public Frame.@Nullable GoAway end() {
    return debug == null ? null : endOfGoAway(debug);
  }

  private boolean takeHeader(ByteBuffer in) {
    if (headerBytes == 0 && in.remaining() >= FrameHeader.BYTES) {
      header = in.getLong();
      headerBytes = FrameHeader.BYTES;
      return true;
    }
    while (headerBytes < FrameHeader.BYTES && in.hasRemaining()) {
      header = (header << 8) | (in.get() & 0xFF);
      headerBytes++;
    }
    return headerBytes == FrameHeader.BYTES;
  }

  private int neededBytes() {
    return FrameHeader.type(header) == FrameType.GOAWAY.number() ? 8 : FrameHeader.length(header);
  }

  private Decoded decode(ByteBuffer payload) {
    headerBytes = 0;
    int id = FrameHeader.streamId(header);
    int flags = FrameHeader.flags(header);
    boolean fin = (flags & FrameType.FIN) != 0;
    return switch (HeaderRules.typeOf(header)) {
      case SYN -> {
        int priority = (flags & FrameType.PRIORITY) != 0 ? thirtyOneBits(payload) : 0;
        int type = (flags & FrameType.TYPE) != 0 ? payload.getInt() : 0;
        yield new Frame.Syn(id, priority, type, fin);
      }
      case RST -> new Frame.Rst(id, payload.getInt());
      case DATA -> new Frame.Data(id, fin, payload);
      case WNDINC -> new Frame.WndInc(id, thirtyOneBits(payload));
      case PRI -> new Frame.Pri(id, thirtyOneBits(payload));
      case GOAWAY -> startGoAway(thirtyOneBits(payload), payload.getInt());
    };
  }

  private Decoded startGoAway(int lastStreamId, int code) {
    Decoded.GoAwayStarted start = new Decoded.GoAwayStarted(lastStreamId, code);
    int debugBytes = shortGoAway ? 0 : FrameHeader.length(header) - 8;
    debug = new DebugText(start, debugBytes);
    return start;
  }

  private Frame.GoAway endOfGoAway(DebugText text) {
    debug = null;
    return new Frame.GoAway(text.start().lastStreamId(), text.start().code(), text.kept());
  }

  private static int thirtyOneBits(ByteBuffer payload) {
    return payload.getInt() & FrameHeader.MAX_31_BITS;
  }
}
