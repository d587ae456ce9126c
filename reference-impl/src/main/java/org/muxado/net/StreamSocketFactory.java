package org.muxado.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import javax.net.SocketFactory;
import org.muxado.session.OpenOptions;
import org.muxado.session.Session;

/**
 * Makes sockets over streams that a session opens. Immutable. Wherever a socket is told to connect
 * to, it connects to the peer of the session; names of hosts are looked up nowhere.
 */
public final class StreamSocketFactory extends SocketFactory {

  private final Session session;
  private final OpenOptions options;

  /** Its sockets open plain streams. */
  public StreamSocketFactory(Session session) {
    this(session, OpenOptions.DEFAULT);
  }

  /** Its sockets open streams with this type and priority. */
  public StreamSocketFactory(Session session, OpenOptions options) {
    this.session = session;
    this.options = options;
  }

  /** A socket that opens its stream when it is told to connect. */
  @Override
  public StreamSocket createSocket() throws IOException {
    ByteBuffer nothing = ByteBuffer.allocate(0);
    return new StreamSocket(() -> session.openAsync(options, nothing, Runnable::run));
  }

  /**
   * A connected socket.
   *
   * @throws ConnectException if the session opens no stream
   */
  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(createSocket(), InetSocketAddress.createUnresolved(host, port));
  }

  /**
   * A connected socket that says that its local address is the one given.
   *
   * @throws ConnectException if the session opens no stream
   */
  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    InetSocketAddress remote = InetSocketAddress.createUnresolved(host, port);
    return connected(bound(localHost, localPort), remote);
  }

  /**
   * A connected socket.
   *
   * @throws ConnectException if the session opens no stream
   */
  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(createSocket(), new InetSocketAddress(host, port));
  }

  /**
   * A connected socket that says that its local address is the one given.
   *
   * @throws ConnectException if the session opens no stream
   */
  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return connected(bound(localHost, localPort), new InetSocketAddress(host, port));
  }

  private StreamSocket bound(InetAddress localHost, int localPort) throws IOException {
    StreamSocket socket = createSocket();
    socket.bind(new InetSocketAddress(localHost, localPort));
    return socket;
  }

  private static StreamSocket connected(StreamSocket socket, InetSocketAddress remote)
      throws IOException {
    socket.connect(remote); // a socket that fails to connect has closed itself
    return socket;
  }
}
