package org.muxado.tls;

import java.io.IOException;
import java.io.InterruptedIOException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/** The handshake on one connection, within a time limit. For one thread. */
final class TlsHandshake {

  private final SSLEngine engine;
  private final Link link;
  private final TlsInput input;
  private final TlsOutput output;
  private final TlsFailures failures;
  private final TimeAllowed allowed;

  /** Prepares a handshake that must be over in the time allowed. */
  TlsHandshake(
      SSLEngine engine,
      Link link,
      TlsInput input,
      TlsOutput output,
      TlsFailures failures,
      TimeAllowed allowed) {
    this.engine = engine;
    this.link = link;
    this.input = input;
    this.output = output;
    this.failures = failures;
    this.allowed = allowed;
  }

  /**
   * Does it, waiting for the peer.
   *
   * @throws TlsException if it failed; the peer was told, as far as that could be done at once
   * @throws InterruptedIOException if the thread is interrupted
   */
  void run(boolean requireAlpn) throws IOException {
    try {
      engine.beginHandshake();
      while (step()) {}
      send();
    } catch (SSLException e) {
      throw output.alert(failures.of(e));
    } catch (TlsException | InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      throw failures.cut(e);
    }
    if (engine.isInboundDone()) {
      throw failures.cut();
    }
    if (requireAlpn && !TlsSettings.ALPN.equals(engine.getApplicationProtocol())) {
      engine.closeOutbound();
      throw output.alert(failures.noAlpn());
    }
    input.established();
  }

  /** Does what comes next; false once the handshake is over. */
  private boolean step() throws IOException {
    switch (engine.getHandshakeStatus()) {
      case NEED_TASK -> Tasks.run(engine);
      case NEED_WRAP -> send();
      case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> receive();
      case FINISHED, NOT_HANDSHAKING -> {
        return false;
      }
    }
    return true;
  }

  private void send() throws IOException {
    boolean sent = output.speak();
    while (!sent) {
      await(false, true);
      sent = output.speak();
    }
  }

  private void receive() throws IOException {
    while (!input.readHandshake()) {
      await(true, false);
    }
  }

  private void await(boolean forInput, boolean forOutput) throws IOException {
    if (allowed.isOver()) {
      throw failures.timedOut(allowed, null);
    }
    link.await(forInput, forOutput, allowed.millisLeft());
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("interrupted in the TLS handshake with " + link.peer());
    }
  }
}
