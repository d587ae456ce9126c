package org.muxado.tls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Brings TLS connections about: connects, and does the handshake, within the time limit. */
final class Connecting {

  private Connecting() {}

  /** When connecting and the handshake must be over. */
  static long deadline(TlsSettings tls) {
    return System.nanoTime() + tls.handshakeLimit().toNanos();
  }

  /** Tries the addresses of a host in turn, and does the handshake with the first that answers. */
  static TlsTransport dial(String host, int port, TlsSettings tls) throws IOException {
    long deadlineNanos = deadline(tls);
    return client(connect(host, port, deadlineNanos, tls), host, tls, deadlineNanos);
  }

  private static SocketChannel connect(String host, int port, long deadlineNanos, TlsSettings tls)
      throws IOException {
    IOException failure = null;
    for (InetAddress address : InetAddress.getAllByName(host)) {
      try {
        return connect(new InetSocketAddress(address, port), deadlineNanos, tls);
      } catch (InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        failure = first(failure, e);
      }
    }
    throw new IOException("cannot connect to " + host + ":" + port, failure);
  }

  private static IOException first(@Nullable IOException earlier, IOException next) {
    if (earlier == null) {
      return next;
    }
    earlier.addSuppressed(next);
    return earlier;
  }

  private static SocketChannel connect(
      InetSocketAddress address, long deadlineNanos, TlsSettings tls) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try (Selector selector = Selector.open()) {
      channel.configureBlocking(false);
      boolean connected = channel.connect(address);
      channel.register(selector, SelectionKey.OP_CONNECT);
      while (!connected) {
        await(selector, address, deadlineNanos, tls);
        connected = channel.finishConnect();
      }
      return channel;
    } catch (IOException | RuntimeException e) {
      Closing.quietly(channel);
      throw e;
    }
  }

  private static void await(
      Selector selector, InetSocketAddress address, long deadlineNanos, TlsSettings tls)
      throws IOException {
    long leftNanos = deadlineNanos - System.nanoTime();
    if (leftNanos <= 0) {
      throw new TlsFailures(address.toString(), false, tls).timedOut();
    }
    selector.select(TimeUnit.NANOSECONDS.toMillis(leftNanos) + 1);
    selector.selectedKeys().clear();
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("interrupted while connecting to " + address);
    }
  }

  /** Does the client's handshake; closes the connection if that fails. */
  static TlsTransport client(
      SocketChannel channel, String host, TlsSettings tls, long deadlineNanos) throws IOException {
    InetSocketAddress address = (InetSocketAddress) channel.getRemoteAddress();
    String peer = "the server " + host + ":" + address.getPort();
    String name = tls.serverName();
    var engine = Engines.client(tls, name == null ? host : name, address.getPort());
    TlsFailures failures = new TlsFailures(peer, false, tls);
    Link link = new ChannelLink(channel, peer);
    return TlsTransport.shakeHands(engine, link, tls, failures, deadlineNanos);
  }

  /** Does the server's handshake; closes the connection if that fails. */
  static TlsTransport server(SocketChannel channel, TlsSettings tls) throws IOException {
    requireIdentity(tls);
    String peer = "the client " + channel.getRemoteAddress();
    TlsFailures failures = new TlsFailures(peer, true, tls);
    var engine = Engines.server(tls, failures);
    Link link = new ChannelLink(channel, peer);
    return TlsTransport.shakeHands(engine, link, tls, failures, deadline(tls));
  }

  /** Checks that a server has a certificate. */
  static void requireIdentity(TlsSettings tls) {
    if (!tls.identified()) {
      throw new IllegalArgumentException("a server needs a certificate and its key (identity)");
    }
  }
}
