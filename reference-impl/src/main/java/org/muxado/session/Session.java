package org.muxado.session;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.muxado.engine.Role;
import org.muxado.engine.Termination;
import org.muxado.frame.ErrorCode;
import org.muxado.transport.Transport;

/**
 * One run of the protocol over one transport (section "Terms"): opens and accepts streams, and
 * ends.
 *
 * <p>Thread-safe. An interrupt ends the one call that waits, with an {@link
 * InterruptedIOException}; the thread stays interrupted and the session usable.
 */
public final class Session implements Closeable {

  private final SessionCore core;
  private final String name;
  private final @Nullable SocketAddress peerAddress;

  private Session(SessionCore core, String name, @Nullable SocketAddress peerAddress) {
    this.core = core;
    this.name = name;
    this.peerAddress = peerAddress;
  }

  /**
   * Starts a session, which from now on owns the transport.
   *
   * @throws IllegalArgumentException if the first stream id does not suit the role
   */
  public static Session start(Role role, Transport transport, SessionSettings settings) {
    SessionCore core = new SessionStarter(role, transport, settings).start();
    String name = role + " session over " + transport.name();
    Session session = new Session(core, name, transport.peerAddress());
    core.extensions().started(session);
    return session;
  }

  /**
   * Opens a plain stream, as {@link #open(OpenOptions)} does.
   *
   * @throws MuxadoException as there
   * @throws InterruptedIOException as there
   */
  public Stream open() throws IOException {
    return open(OpenOptions.DEFAULT);
  }

  /**
   * Opens a stream. Waits only while as many own streams live as {@link
   * SessionSettingsBuilder#maxOwnStreams} allows, for as long as {@link TimeLimits#open} of the
   * settings allows.
   *
   * @throws CallTimeoutException if none of those ends in time
   * @throws SessionEndedException if the session has ended or is being closed
   * @throws StreamRefusedException if the peer sent GOAWAY: it takes no more streams
   * @throws IdsExhaustedException if all stream ids are used up
   * @throws InterruptedIOException if the thread is interrupted while it waits
   * @throws IllegalArgumentException if the type is from 0xFFFFFEFF up, unsigned, and not
   *     registered in {@link SessionSettingsBuilder#extension}, {@link
   *     SessionSettingsBuilder#extensions} or {@link SessionSettingsBuilder#engineExtension}
   */
  public Stream open(OpenOptions options) throws IOException {
    return open(options, ByteBuffer.allocate(0));
  }

  /**
   * Opens a stream, as {@link #open(OpenOptions)} does, and sends its first octets together with
   * its SYN.
   *
   * @param first what to send; octets that the session does not take at once stay in the buffer
   * @throws MuxadoException as there; nothing was sent then
   * @throws InterruptedIOException as there
   * @throws IllegalArgumentException as there, or if there are first octets on a stream whose SYN
   *     carries FIN
   */
  public Stream open(OpenOptions options, ByteBuffer first) throws IOException {
    check(options, first);
    CallLimit limit = core.limit(CallLimit.saturated("open", core.timeLimits().open()));
    return core.opens().open(options, first, limit);
  }

  /**
   * Opens a stream as {@link #open(OpenOptions, ByteBuffer)} does, and waits for nothing. The
   * future fails with what that would throw, a wrong argument excepted; it has no time limit of its
   * own. One that is cancelled, or ends otherwise, before it has its stream opens none, or has it
   * reset. What depends on it is run by its default executor or by the caller.
   *
   * @param first what to send with the SYN; to be left alone until the future has ended
   * @throws IllegalArgumentException as {@link #open(OpenOptions, ByteBuffer)}
   */
  public CompletableFuture<Stream> openAsync(OpenOptions options, ByteBuffer first) {
    check(options, first);
    return core.opens().openAsync(options, first, new CompletableFuture<>());
  }

  /**
   * Opens a stream as {@link #openAsync(OpenOptions, ByteBuffer)} does, for who wants no thread of
   * the common pool to be waited for.
   *
   * @param executor completes a future that had to wait, and is its default executor; called by
   *     whichever thread uses the session, with no lock held, so what it runs there must not wait
   * @throws IllegalArgumentException as {@link #open(OpenOptions, ByteBuffer)}
   */
  public CompletableFuture<Stream> openAsync(
      OpenOptions options, ByteBuffer first, Executor executor) {
    check(options, first);
    return core.opens().openAsync(options, first, Promises.by(executor));
  }

  /**
   * Opens a stream as {@link #openAsync(OpenOptions, ByteBuffer)} does, without first octets.
   *
   * @throws IllegalArgumentException as {@link #open(OpenOptions)}
   */
  public CompletableFuture<Stream> openAsync(OpenOptions options) {
    return openAsync(options, ByteBuffer.allocate(0));
  }

  private static void check(OpenOptions options, ByteBuffer first) {
    if (options.fin() && first.hasRemaining()) {
      throw new IllegalArgumentException("first octets on a stream that sends nothing");
    }
  }

  /**
   * Accepts a stream of the peer, waiting for one as long as {@link TimeLimits#accept} of the
   * settings allows. Streams of registered extension types come first.
   *
   * @throws CallTimeoutException if none comes in time
   * @throws SessionEndedException if the session has ended or is being closed
   * @throws InterruptedIOException if the thread is interrupted while it waits
   */
  public Stream accept() throws IOException {
    return accept(core.timeLimits().accept());
  }

  /**
   * Accepts a stream of the peer, waiting for it.
   *
   * @param timeLimit how long to wait at most; zero for as long as it takes
   * @throws CallTimeoutException if none comes in time
   * @throws SessionEndedException if the session has ended or is being closed
   * @throws InterruptedIOException if the thread is interrupted while it waits
   * @throws IllegalArgumentException if the time limit is negative
   */
  public Stream accept(Duration timeLimit) throws IOException {
    long nanos = CallLimit.saturated("time limit of accept", timeLimit);
    return core.accepts().accept(core.limit(nanos));
  }

  /**
   * Accepts a stream of the peer if one waits.
   *
   * @return the stream, or null
   * @throws SessionEndedException if the session has ended or is being closed
   */
  public @Nullable Stream tryAccept() throws IOException {
    return core.accepts().tryAccept();
  }

  /**
   * Accepts a stream of the peer when one comes, before the threads that wait in {@link #accept()}.
   * The future fails with {@link SessionEndedException} if the session ends or is closed. One that
   * is cancelled, or ends otherwise, before it has its stream leaves the stream to others. What
   * depends on it is run by its default executor or by the caller.
   */
  public CompletableFuture<Stream> acceptAsync() {
    return core.accepts().acceptAsync(new CompletableFuture<>());
  }

  /**
   * Accepts a stream as {@link #acceptAsync()} does, for who wants no thread of the common pool to
   * be waited for.
   *
   * @param executor completes a future that had to wait, and is its default executor; called by
   *     whichever thread uses the session, with no lock held, so what it runs there must not wait
   */
  public CompletableFuture<Stream> acceptAsync(Executor executor) {
    return core.accepts().acceptAsync(Promises.by(executor));
  }

  /**
   * Tells the peer that its streams which were not handed over will not be processed (GOAWAY). The
   * session goes on.
   *
   * @param code an error code of the protocol ({@link ErrorCode}), 0 to 7
   * @param debug a text for people, cut to what fits
   * @throws IllegalArgumentException for any other code
   */
  public void goAway(int code, String debug) {
    ErrorCode.requireForGoAway(code);
    ByteBuffer text = ByteBuffer.wrap(debug.getBytes(StandardCharsets.UTF_8));
    core.change(() -> core.engine().goAway(code, text));
  }

  /**
   * Ends the session without losing a stream: tells the peer to open no more, lets all streams end,
   * and then closes; closes anyway when the deadline has passed. Does not wait.
   *
   * @param deadline how long to let streams end, zero or more
   * @throws IllegalArgumentException if the deadline is negative
   */
  public void drain(Duration deadline) {
    long nanos = CallLimit.saturated("deadline of a drain", deadline);
    core.change(() -> core.drain(nanos));
  }

  /**
   * Begins to close the session: calls fail from now on, except reading what has come; what was
   * written is sent, then GOAWAY. Does not wait. No effect if the session has ended.
   */
  public void shutdown() {
    core.change(core.end()::close);
  }

  /**
   * Closes the session as {@link #shutdown} does, and waits until its transport is closed: for a
   * time bounded by the settings. What could not be sent in that time is lost, and {@link
   * Termination#unsentBytes} of {@link #termination} tells how much that was.
   *
   * @throws InterruptedIOException if the thread is interrupted; the session closes all the same
   */
  @Override
  public void close() throws IOException {
    shutdown();
    core.lock();
    try {
      while (!core.end().released()) {
        core.awaitEnd(core.observers(), core.observers().signals());
      }
    } finally {
      core.unlock();
    }
  }

  /** Drops the transport at once; nothing more is sent. */
  public void kill() {
    core.lock();
    try {
      core.engine().kill();
    } finally {
      core.unlock();
    }
  }

  /** The address of the peer, or null where the transport has none, as in memory. */
  public @Nullable SocketAddress peerAddress() {
    return peerAddress;
  }

  /**
   * How many streams of both sides have not ended, those that wait to be accepted included and
   * heartbeats not; 0 once the session has ended.
   */
  public int liveStreams() {
    core.lock();
    try {
      return core.engine().liveStreams();
    } finally {
      core.unlock();
    }
  }

  /** How the session ended, or null while it has not. */
  public @Nullable Termination termination() {
    core.lock();
    try {
      return core.engine().termination();
    } finally {
      core.unlock();
    }
  }

  /**
   * Waits until the session has ended; its transport may then still be open, to send the last
   * GOAWAY.
   *
   * @throws InterruptedIOException if the thread is interrupted
   */
  public Termination awaitTermination() throws InterruptedIOException {
    core.lock();
    try {
      while (true) {
        int seen = core.observers().signals();
        Termination ended = core.engine().termination();
        if (ended != null) {
          return ended;
        }
        core.awaitEnd(core.observers(), seen);
      }
    } finally {
      core.unlock();
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
