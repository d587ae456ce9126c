package org.muxado.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;
import org.muxado.session.Session;

/**
 * Makes server sockets that accept the streams of a session's peer. Immutable. Several of one
 * session share its streams: each stream goes to one of them.
 */
public final class StreamServerSocketFactory extends ServerSocketFactory {

  private final Session session;

  /** Its server sockets accept the streams of this session. */
  public StreamServerSocketFactory(Session session) {
    this.session = session;
  }

  /** A server socket that is not bound yet. */
  @Override
  public ServerSocket createServerSocket() {
    return new StreamServerSocket(session);
  }

  /** A server socket that says that it is bound to this port. */
  @Override
  public ServerSocket createServerSocket(int port) throws IOException {
    return createServerSocket(port, 0, null);
  }

  /** A server socket that says that it is bound to this port. */
  @Override
  public ServerSocket createServerSocket(int port, int backlog) throws IOException {
    return createServerSocket(port, backlog, null);
  }

  /** A server socket that says that it is bound to this address, and to this port. */
  @Override
  public ServerSocket createServerSocket(int port, int backlog, @Nullable InetAddress address)
      throws IOException {
    ServerSocket socket = createServerSocket();
    socket.bind(new InetSocketAddress(address, port), backlog);
    return socket;
  }
}
