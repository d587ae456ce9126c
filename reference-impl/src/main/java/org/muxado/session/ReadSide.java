package org.muxado.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import org.muxado.engine.Engine;
import org.muxado.engine.EngineStream;
import org.muxado.engine.Outcome;

/** The input of one stream: its readers and how they wait. Takes the session lock itself. */
final class ReadSide {

  private final SessionCore core;
  private final EngineStream handle;
  private final WaitingThreads readers = new WaitingThreads();
  private volatile long limitNanos;

  ReadSide(SessionCore core, EngineStream handle) {
    this.core = core;
    this.handle = handle;
    limit(core.timeLimits().read());
  }

  /** How long each read from now on waits at most; zero is no limit. */
  void limit(Duration timeLimit) {
    limitNanos = CallLimit.saturated("read time limit of stream " + handle.id(), timeLimit);
  }

  WaitingThreads readers() {
    return readers;
  }

  /** As {@link Stream#read} and {@link Stream#tryRead} say. */
  int read(ByteBuffer target, boolean waits) throws IOException {
    if (target.isReadOnly()) {
      throw new IllegalArgumentException(
          "stream " + handle.id() + " cannot read into a read-only buffer");
    }
    return target.hasRemaining() ? readSome(target, waits) : 0;
  }

  private int readSome(ByteBuffer target, boolean waits) throws IOException {
    CallLimit limit = waits ? core.limit(limitNanos) : CallLimit.NONE;
    core.lock();
    try {
      while (true) {
        int seen = readers.signals();
        int count = core.engine().read(handle, target);
        if (count == Engine.FAILED) {
          throw failure();
        }
        if (count != 0 || !waits) {
          return count == Engine.EOF ? -1 : count;
        }
        await(seen, limit);
      }
    } finally {
      core.unlock();
    }
  }

  /** Reads one octet, waiting for it: 0 to 255, or -1 at the end. Allocates nothing. */
  int readOctet() throws IOException {
    CallLimit limit = core.limit(limitNanos);
    core.lock();
    try {
      while (true) {
        int seen = readers.signals();
        ByteBuffer octet = core.octet().clear();
        int count = core.engine().read(handle, octet);
        if (count == Engine.FAILED) {
          throw failure();
        }
        if (count != 0) {
          return count == Engine.EOF ? -1 : octet.get(0) & 0xff;
        }
        await(seen, limit);
      }
    } finally {
      core.unlock();
    }
  }

  private void await(int seen, CallLimit limit) throws IOException {
    if (!core.await(readers, seen, 0, limit)) {
      throw CallTimeoutException.of(handle.id(), "nothing came to be read", limit, 0);
    }
  }

  private MuxadoException failure() {
    Outcome why = Objects.requireNonNull(handle.inputFailure(), "a read failed without a cause");
    return core.failures().of(why, handle.id(), 0);
  }

  int available() {
    core.lock();
    try {
      return handle.readableBytes();
    } finally {
      core.unlock();
    }
  }
}
