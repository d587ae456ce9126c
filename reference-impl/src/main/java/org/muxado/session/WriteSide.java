package org.muxado.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
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
  private volatile long limitNanos;

  WriteSide(SessionCore core, EngineStream handle) {
    this.core = core;
    this.handle = handle;
    limit(core.timeLimits().write());
  }

  /** How long each write from now on waits at most; zero is no limit. */
  void limit(Duration timeLimit) {
    limitNanos = CallLimit.saturated("write time limit of stream " + handle.id(), timeLimit);
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
    CallLimit limit = waits ? core.limit(limitNanos) : CallLimit.NONE;
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
        await(seen, total, limit);
      }
    } finally {
      core.unlock();
    }
  }

  /** Writes one octet, waiting for room. Allocates nothing. */
  void writeOctet(byte octet) throws IOException {
    CallLimit limit = core.limit(limitNanos);
    core.lock();
    try {
      while (!tryOctet(octet)) {
        int seen = writers.signals();
        if (!core.engine().requestRoom(handle)) {
          await(seen, 0, limit);
        }
      }
    } finally {
      core.unlock();
    }
  }

  private boolean tryOctet(byte octet) throws MuxadoException {
    int taken = core.engine().write(handle, core.octet().clear().put(0, octet));
    if (taken == Engine.FAILED) {
      throw failure(core.engine().outputFailure(handle), 0);
    }
    return taken > 0;
  }

  private void await(int seen, int transferred, CallLimit limit) throws IOException {
    if (!core.await(writers, seen, transferred, limit)) {
      throw CallTimeoutException.of(handle.id(), "no room came to write", limit, transferred);
    }
  }

  void awaitWritable() throws IOException {
    CallLimit limit = core.limit(limitNanos);
    core.lock();
    try {
      int seen = writers.signals();
      while (!core.engine().requestRoom(handle)) {
        await(seen, 0, limit);
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
    return core.failures().of(why, handle.id(), transferred);
  }
}
