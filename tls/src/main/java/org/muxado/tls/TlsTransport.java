package org.muxado.tls;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import org.muxado.transport.PolledTransport;

/** A TLS connection under a session. Threads use it as {@link PolledTransport} says. */
final class TlsTransport implements PolledTransport {

  private static final long WRITING_MILLIS = 1;
  private static final long STALLED_MILLIS = 100;

  private final SSLEngine engine;
  private final Link link;
  private final TlsInput input;
  private final TlsOutput output;

  private TlsTransport(SSLEngine engine, Link link, TlsInput input, TlsOutput output) {
    this.engine = engine;
    this.link = link;
    this.input = input;
    this.output = output;
  }

  /**
   * Does the handshake on a link, which is closed if that fails.
   *
   * @param allowed how long it may take
   * @param stallNanos how long a write may make no progress afterwards, in nanoseconds
   */
  static TlsTransport shakeHands(
      SSLEngine engine,
      Link link,
      TlsSettings settings,
      TlsFailures failures,
      TimeAllowed allowed,
      long stallNanos)
      throws IOException {
    try {
      TlsOutput output = new TlsOutput(engine, link, stallNanos);
      TlsInput input = new TlsInput(engine, link, output, failures);
      new TlsHandshake(engine, link, input, output, failures, allowed).run(settings.requireAlpn());
      return new TlsTransport(engine, link, input, output);
    } catch (IOException | RuntimeException | Error e) {
      link.close();
      throw e;
    }
  }

  /** What the two sides agreed on, and the peer's certificates. */
  SSLSession agreed() {
    return engine.getSession();
  }

  @Override
  public String name() {
    return "tls " + link.peer();
  }

  @Override
  public SocketAddress peerAddress() {
    return link.peerAddress();
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return input.read(target);
  }

  @Override
  public boolean readMayEndOutput() throws IOException {
    return input.allowEnd();
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    return output.write(source);
  }

  @Override
  public boolean flushed() {
    return !output.unsent();
  }

  /** What does not leave at once is sent by the thread in {@link #await}. */
  @Override
  public void endOutput() throws IOException {
    output.end();
    link.wakeup();
  }

  @Override
  public void await(boolean forInput, boolean forOutput) throws IOException {
    boolean ready = forInput && input.ready();
    if (!ready || input.held()) {
      link.await(
          forInput && input.mayGrow(), forOutput || output.unsent(), limitMillis(ready, forOutput));
    }
    flush(forInput);
  }

  /** Sends what is left over; where the link is broken, one who reads finds what the peer said. */
  private void flush(boolean forInput) throws IOException {
    try {
      output.flush();
    } catch (IOException e) {
      if (!forInput || !output.broken()) {
        throw e;
      }
      input.linkBroke(e);
    }
  }

  /** A held record waits for a write that some thread is just making, or for a stalled one. */
  private long limitMillis(boolean held, boolean stalled) {
    if (held) {
      return stalled ? STALLED_MILLIS : WRITING_MILLIS;
    }
    return output.unsent() ? STALLED_MILLIS : 0;
  }

  @Override
  public boolean callersMayRead() {
    return true;
  }

  @Override
  public boolean suitsVirtualThreads() {
    return true;
  }

  @Override
  public void wakeup() {
    link.wakeup();
  }

  /** Answers the peer's close_notify where that can be done at once. */
  @Override
  public void close() {
    if (input.closed() && !output.ending()) {
      try {
        output.end();
      } catch (IOException alreadyBroken) {
        // The connection is given up either way.
      }
    }
    link.close();
  }
}
