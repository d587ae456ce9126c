package org.muxado.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.muxado.engine.EngineStream;
import org.muxado.engine.OpenResult;
import org.muxado.frame.ErrorCode;

/**
 * Who waits to open a stream, where the settings limit how many may live: threads and futures. The
 * calls of applications take the session lock themselves; what the session tells is told under the
 * lock.
 */
final class OpenCalls {

  /** A future that waits, and what it is to open. */
  private record Waiting(CompletableFuture<Stream> future, OpenOptions options, ByteBuffer first) {}

  private final SessionCore core;
  private final WaitingThreads threads = new WaitingThreads();
  private final Queue<Waiting> futures = new ArrayDeque<>();

  OpenCalls(SessionCore core) {
    this.core = core;
  }

  Stream open(OpenOptions options, ByteBuffer first, CallLimit limit) throws IOException {
    core.lock();
    try {
      while (true) {
        int seen = threads.signals();
        Stream stream = openOrTell(options, first);
        if (stream != null) {
          return stream;
        }
        await(seen, limit);
      }
    } finally {
      core.unlock();
    }
  }

  /** As {@link #tryOpen}; what refuses one for good refuses all who wait. */
  private @Nullable Stream openOrTell(OpenOptions options, ByteBuffer first)
      throws MuxadoException {
    try {
      return tryOpen(options, first);
    } catch (MuxadoException refusal) {
      refused();
      throw refusal;
    }
  }

  private void await(int seen, CallLimit limit) throws IOException {
    boolean inTime = false;
    try {
      inTime = core.await(threads, seen, 0, limit);
    } catch (IOException interrupted) {
      openable(); // a signal that came with the interrupt is passed on
      throw interrupted;
    }
    if (!inTime) {
      throw CallTimeoutException.of(
          0, "no own stream ended, of as many as maxOwnStreams allows,", limit, 0);
    }
  }

  /** Completes the future where it has to wait; where not, gives one that has ended. */
  CompletableFuture<Stream> openAsync(
      OpenOptions options, ByteBuffer first, CompletableFuture<Stream> future) {
    Waiting waiting = new Waiting(future, options, first);
    core.lock();
    try {
      Stream stream = tryOpen(options, first);
      if (stream != null) {
        return CompletableFuture.completedFuture(stream);
      }
      futures.add(waiting);
      core.awaitedElsewhere();
    } catch (MuxadoException e) {
      return CompletableFuture.failedFuture(e);
    } finally {
      core.unlock();
    }
    return Promises.onEnd(future, () -> withdraw(waiting));
  }

  /** Whether a future waits. */
  boolean hasFutures() {
    return !futures.isEmpty();
  }

  private void withdraw(Waiting waiting) {
    core.lock();
    try {
      futures.remove(waiting);
    } finally {
      core.unlock();
    }
  }

  /** The stream, or null while as many live as may. */
  private @Nullable Stream tryOpen(OpenOptions options, ByteBuffer first) throws MuxadoException {
    OpenResult result = core.engine().open(options.priority(), options.type(), options.fin());
    if (result instanceof OpenResult.Refused refused) {
      throw core.failures().of(refused.reason(), 0, 0);
    }
    if (!(result instanceof OpenResult.Opened opened)) {
      return null;
    }
    return begin(opened.stream(), first);
  }

  private Stream begin(EngineStream opened, ByteBuffer first) {
    if (first.hasRemaining()) {
      core.engine().write(opened, first);
    }
    Stream stream = new Stream(core, opened);
    core.watch().opened(stream);
    return stream;
  }

  /** A place is free. */
  void openable() {
    Waiting waiting = futures.peek();
    if (waiting == null) {
      core.signalOne(threads);
      return;
    }
    try {
      serve(waiting);
    } catch (MuxadoException refusal) {
      refused();
    }
  }

  /** Opens what the first future asks for; returns whether it waits no more. */
  private boolean serve(Waiting waiting) throws MuxadoException {
    Stream stream = tryOpen(waiting.options(), waiting.first());
    if (stream == null) {
      return false;
    }
    futures.remove();
    core.afterUnlock(() -> Promises.complete(waiting.future(), stream, OpenCalls::giveUp));
    return true;
  }

  /** Serves the first future, or tells it that it will not be; returns whether it waits no more. */
  private boolean settle(Waiting waiting) {
    try {
      return serve(waiting);
    } catch (MuxadoException refusal) {
      futures.remove();
      core.afterUnlock(() -> Promises.fail(waiting.future(), refusal));
      return true;
    }
  }

  /** The future had ended before it got the stream. */
  private static void giveUp(Stream stream) {
    stream.reset(ErrorCode.CANCEL);
  }

  /** Opening fails from now on: whoever waits finds out why. */
  void refused() {
    core.signalAll(threads);
    Waiting waiting = futures.peek();
    while (waiting != null && settle(waiting)) {
      waiting = futures.peek();
    }
  }
}
