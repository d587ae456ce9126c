package org.muxado.tls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;
import org.muxado.session.SessionSettings;

/** Brings TLS connections about: connects, and does the handshake, within the time limit. */
final class Connecting {

  private Connecting() {}

  /**
   * Tries the addresses of a host in turn, and does the handshake with the first that answers. Both
   * must be over within the handshake's limit and that of connecting, if there is one.
   */
  static TlsTransport dial(String host, int port, TlsSettings tls, SessionSettings settings)
      throws IOException {
    TimeAllowed allowed = TimeAllowed.fromNow(limit(tls, settings.timeLimits().connect()));
    InetAddress[] addresses = InetAddress.getAllByName(host);
    SocketChannel channel = connect(host, addresses, port, allowed, tls);
    return client(channel, host, tls, settings, allowed);
  }

  private static Duration limit(TlsSettings tls, Duration connect) {
    boolean shorter = !connect.isZero() && connect.compareTo(tls.handshakeLimit()) < 0;
    return shorter ? connect : tls.handshakeLimit();
  }

  /** Each address has its share of the time that is left, so that a silent one leaves some. */
  static SocketChannel connect(
      String host, InetAddress[] addresses, int port, TimeAllowed allowed, TlsSettings tls)
      throws IOException {
    IOException failure = null;
    for (int i = 0; i < addresses.length; i++) {
      InetSocketAddress address = new InetSocketAddress(addresses[i], port);
      try {
        return connect(address, allowed.shareOf(addresses.length - i));
      } catch (InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        failure = first(failure, e);
      }
    }
    IOException unconnected = unconnected(host + ":" + port, failure);
    if (allowed.isOver()) {
      TlsFailures failures = new TlsFailures("the server " + host + ":" + port, false, tls);
      throw failures.timedOut(allowed, unconnected);
    }
    throw unconnected;
  }

  private static ConnectException unconnected(String where, @Nullable IOException cause) {
    String why = cause == null ? "" : ": " + cause.getMessage();
    ConnectException unconnected = new ConnectException("cannot connect to " + where + why);
    unconnected.initCause(cause);
    return unconnected;
  }

  private static IOException first(@Nullable IOException earlier, IOException next) {
    if (earlier == null) {
      return next;
    }
    earlier.addSuppressed(next);
    return earlier;
  }

  private static SocketChannel connect(InetSocketAddress address, TimeAllowed allowed)
      throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      int limitMillis = (int) Math.min(Integer.MAX_VALUE, allowed.millisLeft());
      channel.socket().connect(address, limitMillis);
      return channel;
    } catch (IOException e) {
      Closing.quietly(channel);
      throw unconnected(address, e);
    } catch (RuntimeException | Error e) {
      Closing.quietly(channel);
      throw e;
    }
  }

  private static IOException unconnected(InetSocketAddress address, IOException cause) {
    IOException told = cause;
    if (cause instanceof SocketTimeoutException) {
      told = new ConnectException(address + " did not answer in its share of the time");
    } else if (Thread.currentThread().isInterrupted()) {
      told = new InterruptedIOException("interrupted while connecting to " + address);
    }
    return told == cause ? cause : (IOException) told.initCause(cause);
  }

  /** Does the client's handshake; closes the connection if that fails. */
  static TlsTransport client(
      SocketChannel channel,
      String host,
      TlsSettings tls,
      SessionSettings settings,
      TimeAllowed allowed)
      throws IOException {
    try {
      InetSocketAddress address = peer(channel);
      int port = address.getPort();
      String peer = "the server " + host + ":" + port;
      String name = tls.serverName();
      SSLEngine engine = Engines.client(tls, name == null ? host : name, port);
      TlsFailures failures = new TlsFailures(peer, false, tls);
      return TlsTransport.shakeHands(
          engine,
          new ChannelLink(channel, peer, address),
          tls,
          failures,
          allowed,
          settings.writeStallNanos());
    } catch (IOException | RuntimeException | Error e) {
      Closing.quietly(channel);
      throw e;
    }
  }

  /** Does the server's handshake; closes the connection if that fails. */
  static TlsTransport server(SocketChannel channel, TlsSettings tls, SessionSettings settings)
      throws IOException {
    try {
      requireIdentity(tls);
      InetSocketAddress address = peer(channel);
      String peer = "the client " + address;
      TlsFailures failures = new TlsFailures(peer, true, tls);
      SSLEngine engine = Engines.server(tls, failures);
      TimeAllowed allowed = TimeAllowed.fromNow(tls.handshakeLimit());
      return TlsTransport.shakeHands(
          engine,
          new ChannelLink(channel, peer, address),
          tls,
          failures,
          allowed,
          settings.writeStallNanos());
    } catch (IOException | RuntimeException | Error e) {
      Closing.quietly(channel);
      throw e;
    }
  }

  private static InetSocketAddress peer(SocketChannel channel) throws IOException {
    InetSocketAddress address = (InetSocketAddress) channel.getRemoteAddress();
    if (address == null) {
      throw new NotYetConnectedException();
    }
    return address;
  }

  /** Checks that a server has a certificate. */
  static void requireIdentity(TlsSettings tls) {
    if (!tls.identified()) {
      throw new IllegalArgumentException("a server needs a certificate and its key (identity)");
    }
  }
}
