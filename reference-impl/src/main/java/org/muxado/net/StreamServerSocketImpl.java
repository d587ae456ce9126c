package org.muxado.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.util.concurrent.ExecutionException;
import org.muxado.session.Session;
import org.muxado.session.Stream;

/** What is behind a {@link StreamServerSocket}. */
final class StreamServerSocketImpl extends SessionSocketImpl {

  private final Session session;
  private final PendingStreams pending = new PendingStreams();

  StreamServerSocketImpl(Session session) {
    this.session = session;
  }

  /**
   * Waits for a stream.
   *
   * @throws ExecutionException if none will come any more
   */
  Stream next(int timeoutMillis) throws IOException, ExecutionException {
    return pending.await(session.acceptAsync(Runnable::run), timeoutMillis, "Accept timed out");
  }

  @Override
  protected void bind(InetAddress host, int port) {
    super.bind(host, port);
    address = host;
  }

  @Override
  protected void listen(int backlog) {
    // the session does, from its start, with the backlog of its settings
  }

  @Override
  protected void close() {
    pending.close();
  }

  @Override
  protected void accept(SocketImpl accepted) throws SocketException {
    throw new SocketException("only streams are accepted here");
  }

  @Override
  protected void connect(String host, int port) throws SocketException {
    throw noStream();
  }

  @Override
  protected void connect(InetAddress address, int port) throws SocketException {
    throw noStream();
  }

  @Override
  protected void connect(SocketAddress address, int timeoutMillis) throws SocketException {
    throw noStream();
  }

  @Override
  protected InputStream getInputStream() throws SocketException {
    throw noStream();
  }

  @Override
  protected OutputStream getOutputStream() throws SocketException {
    throw noStream();
  }

  @Override
  protected int available() throws SocketException {
    throw noStream();
  }

  private static SocketException noStream() {
    return new SocketException("a server socket is no stream");
  }
}
