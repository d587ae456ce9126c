package org.muxado.tls;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;

/**
 * What this side sends: seals octets into records, as many as a session writes at once, and gives
 * them to the link together. Thread-safe; its lock is never held while anything waits.
 */
final class TlsOutput {

  private static final int BATCH_BYTES = 65_536;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SSLEngine engine;
  private final Link link;
  private final ReentrantLock lock = new ReentrantLock();
  private final long stallNanos;
  private final int recordBytes;

  /** Records that the link has not taken, up to the position. */
  private final ByteBuffer sealed;

  private long stuckSinceNanos;
  private volatile State state = State.OPEN;
  private volatile boolean unsent;

  private enum State {
    /** Octets may be written. */
    OPEN,
    /** No more is written; what was goes first, then close_notify. */
    ENDING,
    /** The close_notify is sealed. */
    NOTIFYING,
    /** The link's output has ended. */
    ENDED,
    /** The link broke while it was written. */
    BROKEN
  }

  /**
   * An output that nothing was written to.
   *
   * @param stallNanos how long the link may take nothing, in nanoseconds (LIMIT-5)
   */
  TlsOutput(SSLEngine engine, Link link, long stallNanos) {
    this.engine = engine;
    this.link = link;
    this.stallNanos = stallNanos;
    recordBytes = engine.getSession().getPacketBufferSize();
    sealed = ByteBuffer.allocateDirect(BATCH_BYTES + 3 * recordBytes);
  }

  /** Whether records wait for the link. Any thread may ask. */
  boolean unsent() {
    return unsent;
  }

  /** Whether {@link #end} was called. Any thread may ask. */
  boolean ending() {
    return state != State.OPEN && !broken();
  }

  /** Whether nothing more can leave, and {@link #end} was not called. Any thread may ask. */
  boolean broken() {
    return state == State.BROKEN;
  }

  /**
   * Writes octets, in whole records, as far as the link takes them. The last records may be left
   * over; nothing more is taken until they have left.
   */
  int write(ByteBuffer source) throws IOException {
    lock.lock();
    try {
      int start = source.position();
      boolean free = advance();
      while (free && source.hasRemaining()) {
        seal(source);
        free = advance();
      }
      return source.position() - start;
    } finally {
      lock.unlock();
    }
  }

  /** Seals octets while there is room, and leaves room for an answer of TLS itself. */
  private void seal(ByteBuffer source) throws IOException {
    while (source.hasRemaining() && sealed.remaining() >= 2 * recordBytes) {
      if (wrap(source).getStatus() == Status.CLOSED) {
        throw new IOException("the peer has ended the TLS connection");
      }
    }
  }

  private SSLEngineResult wrap(ByteBuffer source) throws IOException {
    SSLEngineResult result = engine.wrap(source, sealed);
    if (result.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
      Tasks.run(engine);
    }
    return result;
  }

  /** Sends what is left, and the end where it is due; whether nothing is left. */
  private boolean advance() throws IOException {
    boolean free = send();
    if (free && state == State.ENDING) {
      state = State.NOTIFYING;
      engine.closeOutbound();
      sealOwn();
      free = send();
    }
    if (free && state == State.NOTIFYING) {
      state = State.ENDED;
      link.endOutput();
    }
    return free;
  }

  private boolean send() throws IOException {
    if (!unsent) {
      stuckSinceNanos = System.nanoTime();
    }
    if (sealed.position() > 0) {
      sealed.flip();
      try {
        link.write(sealed);
      } catch (IOException e) {
        state = state == State.OPEN ? State.BROKEN : state;
        throw e;
      } finally {
        sealed.compact();
      }
    }
    unsent = sealed.position() > 0;
    return !unsent;
  }

  /** Seals what TLS itself has to say, as far as there is room. */
  private void sealOwn() throws IOException {
    boolean more = true;
    while (more && sealed.remaining() >= recordBytes) {
      more = wrap(NOTHING).bytesProduced() > 0;
    }
  }

  /**
   * Lets TLS itself say what it has to: a message of the handshake, an alert, an answer.
   *
   * @return whether all has left
   */
  boolean speak() throws IOException {
    lock.lock();
    try {
      sealOwn();
      return advance();
    } finally {
      lock.unlock();
    }
  }

  /** Sends the alert for a failure as far as can be done at once, and gives the failure back. */
  <T extends Exception> T alert(T failure) {
    try {
      speak();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  /**
   * Sends what is left over.
   *
   * @throws IOException if the link has taken nothing for too long (LIMIT-5)
   */
  void flush() throws IOException {
    if (!unsent) {
      return;
    }
    lock.lock();
    try {
      int before = sealed.position();
      boolean moved = advance() || sealed.position() < before;
      long nowNanos = System.nanoTime();
      stuckSinceNanos = moved ? nowNanos : stuckSinceNanos;
      if (nowNanos - stuckSinceNanos > stallNanos) {
        throw new IOException(link.peer() + " takes no output");
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends the output, behind what was written. */
  void end() throws IOException {
    lock.lock();
    try {
      if (state == State.OPEN) {
        state = State.ENDING;
      }
      advance();
    } finally {
      lock.unlock();
    }
  }
}
