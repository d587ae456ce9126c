package org.muxado.engine;

import java.nio.ByteBuffer;

/** Echoes the heartbeats of the peer (HB-11, HB-12). Not thread-safe. */
final class PeerHeartbeats {

  private final EngineStream stream;
  private final ExtensionContext context;
  private final ByteBuffer octets = ByteBuffer.allocate(Heartbeat.BYTES);

  PeerHeartbeats(EngineStream stream, ExtensionContext context) {
    this.stream = stream;
    this.context = context;
  }

  EngineStream stream() {
    return stream;
  }

  /** Echoes one heartbeat at a time: the rest waits in its window (LIMIT-14). */
  void echo() {
    if (stream.readableBytes() >= Heartbeat.BYTES && stream.queuedBytes() == 0) {
      octets.clear();
      context.read(stream, octets);
      context.write(stream, octets.flip());
    }
  }
}
