package org.muxado.frame;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A payload that may come in pieces; only then is it copied. For one thread. */
final class PartialPayload {

  private ByteBuffer pieces = ByteBuffer.allocate(0);
  private boolean started;

  /**
   * Takes octets of a payload of this length.
   *
   * @return the whole payload, valid until the next call, or null if more octets must come
   */
  @Nullable ByteBuffer take(ByteBuffer in, int length) {
    if (!started && in.remaining() >= length) {
      return cut(in, length);
    }
    if (!started) {
      start(length);
    }
    pieces.put(cut(in, Math.min(in.remaining(), pieces.remaining())));
    if (pieces.hasRemaining()) {
      return null;
    }
    started = false;
    return pieces.flip();
  }

  private void start(int length) {
    started = true;
    if (pieces.capacity() < length) {
      pieces = ByteBuffer.allocate(length);
    }
    pieces.clear().limit(length);
  }

  private static ByteBuffer cut(ByteBuffer in, int length) {
    ByteBuffer piece = in.slice(in.position(), length);
    in.position(in.position() + length);
    return piece;
  }
}
