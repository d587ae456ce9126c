package org.muxado.session;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.muxado.engine.Engine;
import org.muxado.engine.EngineStream;
import org.muxado.engine.OpenResult;
import org.muxado.engine.Role;
import org.muxado.engine.Termination;
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

  private Session(SessionCore core, String name) {
    this.core = core;
    this.name = name;
  }

  /**
   * Starts a session, which from now on owns the transport.
   *
   * @throws IllegalArgumentException if the first stream id does not suit the role
   */
  public static Session start(Role role, Transport transport, SessionSettings settings) {
    SessionCore core = new SessionStarter(role, settings).start(transport);
    return new Session(core, role + " session over " + transport.name());
  }

  /**
   * Opens a plain stream. Does not wait.
   *
   * @throws SessionEndedException if the session has ended or is being closed
   * @throws StreamRefusedException if the peer sent GOAWAY: it takes no more streams
   * @throws IdsExhaustedException if all stream ids are used up
   */
  public Stream open() throws IOException {
    return open(OpenOptions.DEFAULT);
  }

  /**
   * Opens a stream. Does not wait.
   *
   * @throws SessionEndedException if the session has ended or is being closed
   * @throws StreamRefusedException if the peer sent GOAWAY: it takes no more streams
   * @throws IdsExhaustedException if all stream ids are used up
   * @throws IllegalArgumentException if the type is from 0xFFFFFEFF up, unsigned, and not
   *     registered in {@link SessionSettingsBuilder#extensions}
   */
  public Stream open(OpenOptions options) throws IOException {
    return open(options, ByteBuffer.allocate(0));
  }

  /**
   * Opens a stream and sends its first octets together with its SYN. Does not wait.
   *
   * @param first what to send; octets that the session does not take at once stay in the buffer
   * @throws SessionEndedException if the session has ended or is being closed
   * @throws StreamRefusedException if the peer sent GOAWAY: it takes no more streams
   * @throws IdsExhaustedException if all stream ids are used up
   * @throws IllegalArgumentException if the type is not for applications to open, as in {@link
   *     #open(OpenOptions)}, or if there are first octets on a stream whose SYN carries FIN
   */
  public Stream open(OpenOptions options, ByteBuffer first) throws IOException {
    if (options.fin() && first.hasRemaining()) {
      throw new IllegalArgumentException("first octets on a stream that sends nothing");
    }
    core.lock();
    try {
      Engine engine = core.engine();
      OpenResult result = engine.open(options.priority(), options.type(), options.fin());
      if (result instanceof OpenResult.Refused refused) {
        throw core.failures().of(refused.reason(), 0, 0);
      }
      EngineStream opened = ((OpenResult.Opened) result).stream();
      if (first.hasRemaining()) {
        engine.write(opened, first);
      }
      return new Stream(core, opened);
    } finally {
      core.unlock();
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
    CallLimit limit = core.limit(CallLimit.saturated("time limit of accept", timeLimit));
    core.lock();
    try {
      while (true) {
        int seen = core.acceptors().signals();
        Stream stream = nextAccepted();
        if (stream != null) {
          return stream;
        }
        if (!core.awaitAcceptable(seen, limit)) {
          throw CallTimeoutException.of(0, "no stream came to be accepted", limit, 0);
        }
      }
    } finally {
      core.unlock();
    }
  }

  /**
   * Accepts a stream of the peer if one waits.
   *
   * @return the stream, or null
   * @throws SessionEndedException if the session has ended or is being closed
   */
  public @Nullable Stream tryAccept() throws IOException {
    core.lock();
    try {
      return nextAccepted();
    } finally {
      core.unlock();
    }
  }

  private @Nullable Stream nextAccepted() throws MuxadoException {
    Stream stream = core.nextAccepted();
    if (stream == null && (core.closing() || core.engine().termination() != null)) {
      throw core.failures().ended();
    }
    return stream;
  }

  /**
   * Tells the peer that its streams which were not handed over will not be processed (GOAWAY). The
   * session goes on.
   *
   * @param code an error code of the protocol ({@link org.muxado.frame.ErrorCode}), 0 to 7
   * @param debug a text for people, cut to what fits
   * @throws IllegalArgumentException for any other code
   */
  public void goAway(int code, String debug) {
    ByteBuffer text = ByteBuffer.wrap(debug.getBytes(StandardCharsets.UTF_8));
    core.lock();
    try {
      core.engine().goAway(code, text);
    } finally {
      core.unlock();
    }
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
    core.lock();
    try {
      core.drain(nanos);
    } finally {
      core.unlock();
    }
  }

  /**
   * Begins to close the session: calls fail from now on, except reading what has come; what was
   * written is sent, then GOAWAY. Does not wait. No effect if the session has ended.
   */
  public void shutdown() {
    core.lock();
    try {
      core.close();
    } finally {
      core.unlock();
    }
  }

  /**
   * Closes the session as {@link #shutdown} does, and waits until its transport is closed: for a
   * time bounded by the settings.
   *
   * @throws InterruptedIOException if the thread is interrupted; the session closes all the same
   */
  @Override
  public void close() throws IOException {
    shutdown();
    core.lock();
    try {
      while (!core.released()) {
        core.await(core.observers(), core.observers().signals());
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
        core.await(core.observers(), seen);
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
