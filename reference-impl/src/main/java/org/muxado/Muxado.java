package org.muxado;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.muxado.engine.Role;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;
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
   * Connects over TCP, waiting for it, and starts the client's side of a session.
   *
   * @throws IOException if the connection cannot be made, or the thread is interrupted
   * @throws IllegalArgumentException if the first stream id is not odd
   */
  public static Session dial(InetSocketAddress address, SessionSettings settings)
      throws IOException {
    return start(Role.CLIENT, TcpTransport.connect(address), settings);
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
   * Listens for TCP connections.
   *
   * @param address where; port 0 is any free one
   * @param settings for the sessions to come
   * @throws IOException if the address cannot be bound
   */
  public static SessionListener listen(InetSocketAddress address, SessionSettings settings)
      throws IOException {
    return new SessionListener(address, settings);
  }
}
