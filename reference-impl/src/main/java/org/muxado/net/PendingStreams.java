package org.muxado.net;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.muxado.session.Stream;

/**
 * Calls of one socket that wait for a stream, until the socket is closed. Thread-safe. A future
 * whose call has ended is cancelled, so that its stream goes to somebody else. Nothing depends on
 * the futures, so any thread may complete them.
 */
final class PendingStreams {

  private final Set<CompletableFuture<Stream>> waiting = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  boolean isClosed() {
    return closed;
  }

  /** Ends all calls, those to come too. */
  void close() {
    closed = true;
    waiting.forEach(future -> future.cancel(false));
  }

  /**
   * Waits for a stream.
   *
   * @param timeoutMillis how long at most, in real time; 0 for as long as it takes
   * @param timedOut what to say after that
   * @throws SocketTimeoutException if it takes longer
   * @throws SocketException if the socket is closed
   * @throws InterruptedIOException if the thread is interrupted; it stays so
   * @throws ExecutionException if the session gives none
   */
  Stream await(CompletableFuture<Stream> future, int timeoutMillis, String timedOut)
      throws IOException, ExecutionException {
    waiting.add(future);
    try {
      if (closed) {
        future.cancel(false);
      }
      return get(future, timeoutMillis);
    } catch (TimeoutException e) {
      return lateOr(future, new SocketTimeoutException(timedOut));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return lateOr(future, new InterruptedIOException("interrupted while waiting for a stream"));
    } catch (CancellationException e) {
      throw new SocketException("Socket closed");
    } finally {
      waiting.removeIf(other -> other == future);
    }
  }

  private static Stream get(CompletableFuture<Stream> future, int timeoutMillis)
      throws InterruptedException, ExecutionException, TimeoutException {
    return timeoutMillis == 0 ? future.get() : future.get(timeoutMillis, TimeUnit.MILLISECONDS);
  }

  /** The stream that came at the last moment, or the failure. */
  private static Stream lateOr(CompletableFuture<Stream> future, IOException failure)
      throws IOException, ExecutionException {
    if (future.cancel(false) || future.isCancelled()) {
      throw failure;
    }
    try {
      return future.get();
    } catch (InterruptedException e) {
      throw new AssertionError("a future that has ended made its caller wait", e);
    }
  }
}
