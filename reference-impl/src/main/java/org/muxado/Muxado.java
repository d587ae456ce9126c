package org.muxado;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.muxado.engine.Role;
import org.muxado.session.CallTimeoutException;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;
import org.muxado.session.TimeLimits;
import org.muxado.transport.TcpTransport;
import org.muxado.transport.Transport;

/** Starts sessions. Thread-safe. */
public final class Muxado {

  private Muxado() {}

  /**
   * Starts the client's side of a session, which from now on owns the transport.
   *
   * @throws IllegalArgumentException if the first stream id is not odd
   */
  public static Session client(Transport transport, SessionSettings settings) {
    return Session.start(Role.CLIENT, transport, settings);
  }

  /**
   * Starts the server's side of a session, which from now on owns the transport.
   *
   * @throws IllegalArgumentException if the first stream id is not even
   */
  public static Session server(Transport transport, SessionSettings settings) {
    return Session.start(Role.SERVER, transport, settings);
  }

  /**
   * Connects over TCP, waiting for it as long as {@link TimeLimits#connect} of the settings allows,
   * and starts the client's side of a session.
   *
   * @throws CallTimeoutException if the connection is not made in time
   * @throws InterruptedIOException if the thread is interrupted while it waits
   * @throws IOException if the connection cannot be made; the message names the address
   * @throws IllegalArgumentException if the first stream id is not odd
   */
  public static Session dial(InetSocketAddress address, SessionSettings settings)
      throws IOException {
    Duration limit = settings.timeLimits().connect();
    try {
      return start(Role.CLIENT, TcpTransport.connect(address, limit), settings);
    } catch (SocketTimeoutException e) {
      throw CallTimeoutException.after(limit, "no connection to " + address + " was made");
    }
  }

  /** Starts a session on a transport of this library, which is closed if that fails. */
  static Session start(Role role, Transport transport, SessionSettings settings) {
    try {
      return Session.start(role, transport, settings);
    } catch (RuntimeException | Error e) {
      transport.close();
      throw e;
    }
  }

  /**
   * Listens for TCP connections, as {@link ListenOptions#DEFAULT} says.
   *
   * @param address where; port 0 is any free one
   * @param settings for the sessions to come
   * @throws UnknownHostException if the address is unresolved
   * @throws IOException if the address cannot be bound; the message names it
   * @throws IllegalArgumentException if the first stream id is not even
   */
  public static SessionListener listen(InetSocketAddress address, SessionSettings settings)
      throws IOException {
    return listen(address, ListenOptions.DEFAULT, settings);
  }

  /**
   * Listens for TCP connections.
   *
   * @param address where; port 0 is any free one
   * @param settings for the sessions to come
   * @throws UnknownHostException if the address is unresolved
   * @throws IOException if the address cannot be bound; the message names it
   * @throws IllegalArgumentException if the first stream id is not even
   */
  public static SessionListener listen(
      InetSocketAddress address, ListenOptions options, SessionSettings settings)
      throws IOException {
    return new SessionListener(address, options, settings);
  }
}
