package org.muxado.session;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.muxado.transport.BlockingTransport;

/** What the writer thread of a session over a blocking transport does. */
final class WriterLoop implements Runnable {

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final SessionCore core;
  private final SessionLock lock;
  private final BlockingTransport transport;
  private final WriterOutput output;

  WriterLoop(SessionCore core, SessionLock lock, BlockingTransport transport, WriterOutput output) {
    this.core = core;
    this.lock = lock;
    this.transport = transport;
    this.output = output;
  }

  @Override
  public void run() {
    try {
      lock.acquire();
      try {
        writeUntilOver();
        watchInput();
      } finally {
        core.unlock();
      }
    } catch (RuntimeException | Error e) {
      core.end().crash(e);
    }
  }

  private void writeUntilOver() {
    while (!output.stopped() && output.failure() == null) {
      core.settle();
      if (!output.step(core::armTimer)) {
        lock.releaseAndAcquire();
        output.awaitWork();
      }
    }
  }

  /**
   * After a failed write: calls the transport's input over once nothing comes for a while. The
   * reader may be blocked in a read that would never end, and only it knows what it has read.
   */
  private void watchInput() {
    long seen = -1;
    while (!output.stopped()) {
      boolean quiet = seen == core.inputs() && nothingThere();
      seen = core.inputs();
      if (quiet) {
        break;
      }
      lock.releaseAndAcquire();
      output.pause(LOOK_NANOS);
    }
    IOException failure = output.failure();
    if (failure != null && !output.stopped()) {
      core.engine().inputEnded(Failures.reason(failure), core.now());
    }
  }

  private boolean nothingThere() {
    lock.release();
    try {
      return transport.available() == 0;
    } catch (IOException e) {
      return true;
    } finally {
      lock.acquire();
    }
  }
}
