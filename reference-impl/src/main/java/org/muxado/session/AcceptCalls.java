package org.muxado.session;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.muxado.engine.EngineStream;

/**
 * Who waits to accept a stream: threads and futures. The calls of applications take the session
 * lock themselves; what the session tells is told under the lock.
 */
final class AcceptCalls {

  private final SessionCore core;
  private final WaitingThreads threads = new WaitingThreads();
  private final Queue<CompletableFuture<Stream>> futures = new ArrayDeque<>();

  /** Streams that count as handed over and that nobody has: of extensions, or given back. */
  private final Deque<Stream> handedOver = new ArrayDeque<>();

  AcceptCalls(SessionCore core) {
    this.core = core;
  }

  Stream accept(CallLimit limit) throws IOException {
    core.lock();
    try {
      while (true) {
        int seen = threads.signals();
        Stream stream = nextOrFailure();
        if (stream != null) {
          return stream;
        }
        await(seen, limit);
      }
    } finally {
      core.unlock();
    }
  }

  private void await(int seen, CallLimit limit) throws IOException {
    boolean inTime = false;
    try {
      inTime = core.await(threads, seen, 0, limit);
    } catch (IOException interrupted) {
      acceptable(); // a signal that came with the interrupt is passed on
      throw interrupted;
    }
    if (!inTime) {
      throw CallTimeoutException.of(0, "no stream came to be accepted", limit, 0);
    }
  }

  @Nullable Stream tryAccept() throws IOException {
    core.lock();
    try {
      return nextOrFailure();
    } finally {
      core.unlock();
    }
  }

  /** Completes the future where it has to wait; where not, gives one that has ended. */
  CompletableFuture<Stream> acceptAsync(CompletableFuture<Stream> future) {
    core.lock();
    try {
      Stream stream = nextOrFailure();
      if (stream != null) {
        return CompletableFuture.completedFuture(stream);
      }
      futures.add(future);
      core.awaitedElsewhere();
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    } finally {
      core.unlock();
    }
    return Promises.onEnd(future, () -> withdraw(future));
  }

  /** A future that was cancelled or has timed out is not to be kept until a stream comes. */
  private void withdraw(CompletableFuture<Stream> future) {
    core.lock();
    try {
      futures.removeIf(waiting -> waiting == future);
    } finally {
      core.unlock();
    }
  }

  /** Whether a future waits. */
  boolean hasFutures() {
    return !futures.isEmpty();
  }

  private @Nullable Stream nextOrFailure() throws SessionEndedException {
    Stream stream = next();
    if (stream == null && core.end().hasBegun()) {
      throw core.failures().ended();
    }
    return stream;
  }

  private @Nullable Stream next() {
    Stream waiting = handedOver.poll();
    if (waiting != null) {
      return waiting;
    }
    EngineStream stream = core.engine().accept();
    return stream == null ? null : handOver(stream);
  }

  /** Makes the stream that the application gets. */
  Stream handOver(EngineStream handle) {
    Stream stream = new Stream(core, handle);
    core.watch().accepted(stream);
    return stream;
  }

  /** A stream can be accepted. */
  void acceptable() {
    if (futures.isEmpty()) {
      core.signalOne(threads);
    } else {
      serve();
    }
  }

  private void serve() {
    Stream stream = next();
    if (stream != null) {
      CompletableFuture<Stream> future = futures.remove();
      core.afterUnlock(() -> Promises.complete(future, stream, this::giveBack));
    }
  }

  /** The future had ended before it got the stream: somebody else gets it. */
  private void giveBack(Stream stream) {
    core.lock();
    try {
      if (stream.isLive()) {
        handedOver.addFirst(stream);
        acceptable();
      }
    } finally {
      core.unlock();
    }
  }

  /** A stream of an extension came, which takes no place in the backlog. */
  void extensionOpened(EngineStream handle) {
    handedOver.add(handOver(handle));
    acceptable();
  }

  /** A stream that ends while it waits is never shown (ACCEPT-4). */
  void streamEnded(Stream stream) {
    handedOver.remove(stream);
  }

  /** Nothing more will be accepted: whoever waits fails. */
  void sessionEnded() {
    core.signalAll(threads);
    while (!futures.isEmpty()) {
      CompletableFuture<Stream> future = futures.remove();
      SessionEndedException ended = core.failures().ended();
      core.afterUnlock(() -> Promises.fail(future, ended));
    }
  }
}
