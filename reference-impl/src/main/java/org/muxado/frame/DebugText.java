package org.muxado.frame;

import java.nio.ByteBuffer;

/**
 * The debug octets of a GOAWAY as they come: the first {@value FrameDecoder#MAX_DEBUG_KEPT_BYTES}
 * are kept, the rest is skipped (LIMIT-10). For one thread.
 */
final class DebugText {

  private final Decoded.GoAwayStarted start;
  private final ByteBuffer kept;
  private int expectedBytes;

  DebugText(Decoded.GoAwayStarted start, int expectedBytes) {
    this.start = start;
    this.expectedBytes = expectedBytes;
    this.kept = ByteBuffer.allocate(Math.min(expectedBytes, FrameDecoder.MAX_DEBUG_KEPT_BYTES));
  }

  Decoded.GoAwayStarted start() {
    return start;
  }

  /** Takes what belongs to the text; returns whether it is complete. */
  boolean take(ByteBuffer in) {
    int taken = Math.min(in.remaining(), expectedBytes);
    kept.put(in.slice(in.position(), Math.min(taken, kept.remaining())));
    in.position(in.position() + taken);
    expectedBytes -= taken;
    return expectedBytes == 0;
  }

  ByteBuffer kept() {
    return kept.flip().asReadOnlyBuffer();
  }
}
