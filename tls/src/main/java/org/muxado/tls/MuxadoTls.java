package org.muxado.tls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.SocketChannel;
import org.muxado.ListenOptions;
import org.muxado.Muxado;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;
import org.muxado.session.TimeLimits;

/** Starts sessions over TLS. Thread-safe. */
public final class MuxadoTls {

  private MuxadoTls() {}

  /**
   * Connects over TCP, waiting for it and for the handshake, and starts the client's side of a
   * session. With TLS 1.3 the server judges the client's certificate after that: where it refuses
   * it, the first call on the session that fails has the {@link TlsException} as its cause.
   *
   * @param host the name or address of the server; also the name that its certificate must have,
   *     unless the settings say otherwise
   * @throws TlsException if the handshake failed, or all took longer than {@link
   *     TlsSettingsBuilder#handshakeLimit} or {@link TimeLimits#connect} of the settings allows
   * @throws InterruptedIOException if the thread is interrupted
   * @throws IOException if the connection cannot be made
   * @throws IllegalArgumentException if the first stream id is not odd
   */
  public static Session dial(String host, int port, TlsSettings tls, SessionSettings settings)
      throws IOException {
    return start(Connecting.dial(host, port, tls, settings), settings);
  }

  /**
   * Does the client's handshake on a connection, waiting for it, and starts the client's side of a
   * session. The connection belongs to the session, and is closed if this fails.
   *
   * @param host the name to ask for and to verify, unless the settings say otherwise
   * @throws TlsException if the handshake failed
   * @throws IOException if the connection broke
   * @throws IllegalArgumentException if the first stream id is not odd
   * @throws NotYetConnectedException if the channel is not connected
   */
  public static Session client(
      SocketChannel connection, String host, TlsSettings tls, SessionSettings settings)
      throws IOException {
    TimeAllowed allowed = TimeAllowed.fromNow(tls.handshakeLimit());
    return start(Connecting.client(connection, host, tls, settings, allowed), settings);
  }

  /**
   * Does the server's handshake on a connection, waiting for it, and starts the server's side of a
   * session. The connection belongs to the session, and is closed if this fails.
   *
   * @throws TlsException if the handshake failed
   * @throws IOException if the connection broke
   * @throws IllegalArgumentException if the settings have no certificate, or the first stream id is
   *     not even
   * @throws NotYetConnectedException if the channel is not connected
   */
  public static Session server(SocketChannel connection, TlsSettings tls, SessionSettings settings)
      throws IOException {
    return startServer(Connecting.server(connection, tls, settings), settings);
  }

  /**
   * Listens for connections, as {@link ListenOptions#DEFAULT} says.
   *
   * @param address where; port 0 is any free one
   * @param settings for the sessions to come
   * @throws IOException if the address is unknown or cannot be bound; the message names it
   * @throws IllegalArgumentException if the settings have no certificate, or the first stream id is
   *     not even
   */
  public static TlsSessionListener listen(
      InetSocketAddress address, TlsSettings tls, SessionSettings settings) throws IOException {
    return listen(address, ListenOptions.DEFAULT, tls, settings);
  }

  /**
   * Listens for connections.
   *
   * @param address where; port 0 is any free one
   * @param settings for the sessions to come
   * @throws IOException if the address is unknown or cannot be bound; the message names it
   * @throws IllegalArgumentException if the settings have no certificate, or the first stream id is
   *     not even
   */
  public static TlsSessionListener listen(
      InetSocketAddress address, ListenOptions options, TlsSettings tls, SessionSettings settings)
      throws IOException {
    return TlsSessionListener.open(address, options, tls, settings);
  }

  private static Session start(TlsTransport transport, SessionSettings settings) {
    try {
      return Muxado.client(transport, settings);
    } catch (RuntimeException | Error e) {
      transport.close();
      throw e;
    }
  }

  static Session startServer(TlsTransport transport, SessionSettings settings) {
    try {
      return Muxado.server(transport, settings);
    } catch (RuntimeException | Error e) {
      transport.close();
      throw e;
    }
  }
}
