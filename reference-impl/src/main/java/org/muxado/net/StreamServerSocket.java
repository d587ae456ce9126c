package org.muxado.net;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.ExecutionException;
import org.muxado.session.Session;

/**
 * The streams that the peer of a session opens, as a {@code ServerSocket}. Thread-safe.
 *
 * <p>The address that it is bound to is a name and nothing else, and so is its backlog: a session
 * takes streams from its start, as many as its settings say. Options are kept; {@link
 * #setSoTimeout} is the one that does something. Closing it ends {@link #accept} and leaves the
 * session and its streams alone.
 */
public final class StreamServerSocket extends ServerSocket {

  private final StreamServerSocketImpl impl;

  /** Not bound yet. */
  StreamServerSocket(Session session) {
    this(new StreamServerSocketImpl(session));
  }

  private StreamServerSocket(StreamServerSocketImpl impl) {
    super(impl);
    this.impl = impl;
  }

  /** The server socket of a session, bound. */
  public static StreamServerSocket over(Session session) throws IOException {
    StreamServerSocket socket = new StreamServerSocket(session);
    socket.bind(StreamAddress.ofSession());
    return socket;
  }

  /**
   * Waits for a stream of the peer, as long as {@link #setSoTimeout} says.
   *
   * @throws SocketTimeoutException if none comes in time
   * @throws SocketException if the server socket is closed or not bound, or if the session has
   *     ended: it is the cause then, and the server socket is closed
   * @throws InterruptedIOException if the thread is interrupted while it waits; it stays so
   */
  @Override
  public StreamSocket accept() throws IOException {
    if (isClosed()) {
      throw new SocketException("Socket is closed");
    }
    if (!isBound()) {
      throw new SocketException("Socket is not bound yet");
    }
    try {
      return StreamSocket.accepted(impl.next(getSoTimeout()), getLocalSocketAddress());
    } catch (ExecutionException e) {
      close(); // a server that accepts until its socket is closed is to end
      throw SocketFailures.accepting(e);
    }
  }

  @Override
  public String toString() {
    return "server socket of a session, at " + (InetSocketAddress) getLocalSocketAddress();
  }
}
