package org.muxado.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.muxado.transport.BlockingTransport;

/** What the reader thread of a session over a blocking transport does. */
final class ReaderLoop implements Runnable {

  private static final int INPUT_BYTES = 65_536;

  private final SessionCore core;
  private final BlockingTransport transport;
  private final ByteBuffer input = ByteBuffer.allocate(INPUT_BYTES);

  ReaderLoop(SessionCore core, BlockingTransport transport) {
    this.core = core;
    this.transport = transport;
  }

  @Override
  public void run() {
    try {
      core.end().inputEnded(pump());
    } catch (RuntimeException | Error e) {
      core.end().crash(e);
    }
  }

  /** Reads until the transport's input is over; gives what it threw, or null. */
  private @Nullable IOException pump() {
    try {
      while (transport.read(input) >= 0) {
        core.receive(input.flip());
        input.clear();
      }
      return null;
    } catch (IOException e) {
      return e;
    }
  }
}
