package org.muxado.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.muxado.transport.PolledTransport;

/** What the io thread of a session over a polled transport does. */
final class PolledLoop implements Runnable {

  private static final int INPUT_BYTES = 65_536;

  private final SessionCore core;
  private final PolledTransport transport;
  private final PolledOutput output;
  private final ByteBuffer input = ByteBuffer.allocateDirect(INPUT_BYTES);

  PolledLoop(SessionCore core, PolledTransport transport, PolledOutput output) {
    this.core = core;
    this.transport = transport;
    this.output = output;
  }

  @Override
  public void run() {
    try {
      core.end().inputEnded(pump());
      finishOutput();
    } catch (RuntimeException | Error e) {
      core.end().crash(e);
    }
  }

  /** Reads and writes until the transport is over; gives what it threw, or null. */
  private @Nullable IOException pump() {
    IOException broken = null;
    try {
      while (true) {
        int count = mayRead() ? transport.read(input) : 0;
        if (count < 0) {
          return null;
        }
        boolean more = !input.hasRemaining();
        if (count > 0) {
          feed();
        }
        if (count == 0 && broken != null) {
          return broken; // nothing was left to read after the write had failed
        }
        broken = more ? broken : pause();
      }
    } catch (IOException e) {
      return e;
    }
  }

  /** Whether nothing waits to be written, where reading may end the output too. */
  private boolean mayRead() throws IOException {
    if (!transport.readMayEndOutput()) {
      return true;
    }
    core.lock();
    try {
      output.resume();
      core.settle();
      return output.settled();
    } finally {
      core.releaseSettled();
    }
  }

  private void feed() {
    core.receive(input.flip());
    input.clear();
  }

  /** Waits for the transport, unless writing has failed; gives why it did. */
  private @Nullable IOException pause() throws IOException {
    IOException broken;
    boolean forOutput;
    core.lock();
    try {
      output.resume();
      core.settle();
      broken = output.failure();
      forOutput = output.stalled();
    } finally {
      core.releaseSettled();
    }
    if (broken == null) {
      transport.await(true, forOutput);
    }
    return broken;
  }

  /** The input is over; what the engine still has to say may wait for the transport. */
  private void finishOutput() {
    try {
      boolean over = false;
      while (!over) {
        boolean forOutput;
        core.lock();
        try {
          output.resume();
          core.settle();
          forOutput = output.stalled();
          over = core.end().dropped();
        } finally {
          core.releaseSettled();
        }
        if (!over) {
          transport.await(false, forOutput);
        }
      }
    } catch (IOException e) {
      core.end().inputEnded(e);
    }
  }
}
