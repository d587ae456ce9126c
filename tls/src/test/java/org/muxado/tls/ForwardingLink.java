package org.muxado.tls;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** A connection to a server, for tests that change what some of its calls do. */
class ForwardingLink implements Link {

  private final ChannelLink inner;

  ForwardingLink(InetSocketAddress address) throws IOException {
    inner = new ChannelLink(SocketChannel.open(address), "the server", address);
  }

  /** Does a client's handshake on this link. */
  final TlsTransport shakeHands(TlsSettings tls, InetSocketAddress address) throws IOException {
    return TlsTransport.shakeHands(
        Engines.client(tls, "localhost", address.getPort()),
        this,
        tls,
        new TlsFailures(peer(), false, tls),
        TimeAllowed.fromNow(Duration.ofSeconds(30)),
        Duration.ofSeconds(30).toNanos());
  }

  @Override
  public final String peer() {
    return inner.peer();
  }

  @Override
  public final SocketAddress peerAddress() {
    return inner.peerAddress();
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return inner.read(target);
  }

  @Override
  public void write(ByteBuffer source) throws IOException {
    inner.write(source);
  }

  @Override
  public void endOutput() throws IOException {
    inner.endOutput();
  }

  @Override
  public void await(boolean forInput, boolean forOutput, long limitMillis) throws IOException {
    inner.await(forInput, forOutput, limitMillis);
  }

  @Override
  public void wakeup() {
    inner.wakeup();
  }

  @Override
  public void close() {
    inner.close();
  }
}
