package org.muxado.session;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muxado.engine.EndKind;
import org.muxado.engine.Engine;
import org.muxado.engine.EngineStream;
import org.muxado.engine.Outcome;

/** The output of one stream: its writers and how they wait. Takes the session lock itself. */
final class WriteSide {

  private final SessionCore core;
  private final EngineStream handle;
  private final WaitingThreads writers = new WaitingThreads();

  WriteSide(SessionCore core, EngineStream handle) {
    this.core = core;
    this.handle = handle;
  }

  WaitingThreads writers() {
    return writers;
  }

  /**
   * As {@link Stream#write}, {@link Stream#writeLast} and {@link Stream#tryWrite} say.
   *
   * @param waits whether to wait until all octets are taken
   * @param last whether to end the output behind them
   * @return how many octets were taken
   */
  int write(ByteBuffer source, boolean waits, boolean last) throws IOException {
    int start = source.position();
    core.lock();
    try {
      while (true) {
        int seen = writers.signals();
        int taken = core.engine().write(handle, source);
        int total = source.position() - start;
        if (taken == Engine.FAILED) {
          throw failure(core.engine().outputFailure(handle), total);
        }
        if (!source.hasRemaining() || !waits) {
          if (last) {
            core.engine().finish(handle);
          }
          return total;
        }
        core.await(writers, seen, total);
      }
    } finally {
      core.unlock();
    }
  }

  void awaitWritable() throws InterruptedIOException {
    core.lock();
    try {
      int seen = writers.signals();
      while (!core.engine().writable(handle)) {
        core.await(writers, seen, 0);
        seen = writers.signals();
      }
    } finally {
      core.unlock();
    }
  }

  void finish() throws IOException {
    core.lock();
    try {
      boolean finished = core.engine().finish(handle);
      Outcome cause = finished ? null : core.engine().outputFailure(handle);
      if (cause != null && cause.kind() != EndKind.CLOSED_HERE) {
        throw failure(cause, 0);
      }
    } finally {
      core.unlock();
    }
  }

  private MuxadoException failure(@Nullable Outcome cause, int transferred) {
    Outcome why = Objects.requireNonNull(cause, "a write failed without a cause");
    return MuxadoException.of(why, handle.id(), core.engine(), transferred);
  }
}
