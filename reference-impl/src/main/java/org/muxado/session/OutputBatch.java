package org.muxado.session;

import java.nio.ByteBuffer;
import org.muxado.engine.Engine;

/**
 * The octets on their way to the transport, and the engine's account of them (RETRY-1). Guarded by
 * the session lock, except that the thread that writes uses the buffer between {@link #started} and
 * {@link #written} or {@link #failed}.
 */
final class OutputBatch {

  private static final int CAPACITY_BYTES = 65_536;

  private final Engine engine;
  private final SessionClock clock;
  private final ByteBuffer buffer;

  OutputBatch(Engine engine, SessionClock clock, boolean direct) {
    this.engine = engine;
    this.clock = clock;
    buffer =
        direct ? ByteBuffer.allocateDirect(CAPACITY_BYTES) : ByteBuffer.allocate(CAPACITY_BYTES);
    buffer.limit(0);
  }

  ByteBuffer buffer() {
    return buffer;
  }

  /** Fills an empty batch; whether there is something to write now. */
  boolean ready() {
    if (!buffer.hasRemaining() && engine.wantsOutput()) {
      buffer.clear();
      engine.fill(buffer, clock.nanoTime());
      buffer.flip();
    }
    return buffer.hasRemaining();
  }

  /** A write of all that remains begins. */
  void started() {
    engine.writeStarted(buffer.remaining(), clock.nanoTime());
  }

  /** The write returned, having taken this many octets. */
  void written(int octets) {
    engine.written(octets, clock.nanoTime());
  }

  /** The write failed; nothing more will be written. */
  void failed(String reason) {
    buffer.limit(buffer.position());
    engine.writeFailed(reason, clock.nanoTime());
  }
}
