package org.muxado.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muxado.session.MuxadoException;
import org.muxado.session.Stream;

/**
 * A stream as a {@code Socket}, for libraries that know sockets only. Thread-safe as sockets are:
 * input and output are independent, and closing from any thread ends the calls that wait.
 *
 * <p>Options may be set at any time and are kept, also those that the JDK has for some systems
 * only; two of them do something. {@link #setSoTimeout} limits reads, from then on instead of the
 * settings of the session. {@link #setSoLinger} with 0 has {@link #close} reset the stream
 * (CANCEL).
 *
 * <p>A read, a write or the end of the output that fails throws {@link SocketException} with the
 * {@link MuxadoException} as its cause; one that takes longer than its limit, {@link
 * SocketTimeoutException}, and the stream stays usable. An interrupt ends the one call that waits,
 * with {@link InterruptedIOException}; unlike with the JDK's sockets, the socket stays open on
 * virtual threads too.
 */
public final class StreamSocket extends Socket {

  private final StreamSocketImpl impl;
  private final InputStream input;
  private final OutputStream output;

  /**
   * An unconnected socket.
   *
   * @param source asked for the stream when connecting
   */
  StreamSocket(Supplier<CompletableFuture<Stream>> source) throws SocketException {
    this(new StreamSocketImpl(source));
  }

  private StreamSocket(StreamSocketImpl impl) throws SocketException {
    super(impl);
    this.impl = impl;
    input = new SocketInput(this, impl);
    output = new SocketOutput(this, impl);
  }

  /**
   * The socket of a stream, connected. Closing it closes the stream.
   *
   * @throws SocketException if the JDK refuses to make sockets
   */
  public static StreamSocket over(Stream stream) throws IOException {
    return stream.own()
        ? connected(stream, StreamAddress.of(stream), StreamAddress.ofSession())
        : accepted(stream, StreamAddress.ofSession());
  }

  /** The socket of a stream of the peer. */
  static StreamSocket accepted(Stream stream, SocketAddress local) throws IOException {
    return connected(stream, local, StreamAddress.of(stream));
  }

  private static StreamSocket connected(Stream stream, SocketAddress local, SocketAddress remote)
      throws IOException {
    StreamSocket socket = new StreamSocket(() -> CompletableFuture.completedFuture(stream));
    socket.bind(local);
    socket.connect(remote);
    return socket;
  }

  /** The stream behind the socket, or null before it is connected. */
  public @Nullable Stream stream() {
    return impl.stream();
  }

  /**
   * Opens the stream, waiting for it as long as {@link #connect(SocketAddress, int)} with 0 does.
   *
   * @throws IOException as there
   */
  @Override
  public void connect(SocketAddress endpoint) throws IOException {
    connect(endpoint, 0);
  }

  /**
   * Opens the stream. Waits only where the settings limit how many own streams may live. A socket
   * that fails to connect is closed.
   *
   * @param endpoint an {@link InetSocketAddress}, resolved or not; kept for {@link
   *     #getRemoteSocketAddress}, and used for nothing else
   * @param timeoutMillis how long to wait at most; 0 for as long as it takes
   * @throws ConnectException if the session opens none; its cause says why
   * @throws SocketTimeoutException if it takes longer
   * @throws SocketException if the socket is or gets closed, or is connected
   * @throws InterruptedIOException if the thread is interrupted while it waits; on a virtual thread
   *     it may be a {@link SocketException}, as with other sockets
   * @throws IllegalArgumentException if the address is of another kind or the time negative
   */
  @Override
  public void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
    try {
      super.connect(StreamAddress.numbered(endpoint), timeoutMillis);
    } catch (IOException e) {
      if (!isConnected()) {
        close();
      }
      throw e;
    }
  }

  /**
   * The octets that the peer writes. Closing it closes the socket.
   *
   * @throws SocketException if the socket is closed, not connected, or its input shut down
   */
  @Override
  public InputStream getInputStream() throws IOException {
    super.getInputStream(); // checks what state the socket is in
    return input;
  }

  /**
   * The octets for the peer; nothing is held back for {@code flush}. Closing it closes the socket.
   *
   * @throws SocketException if the socket is closed, not connected, or its output shut down
   */
  @Override
  public OutputStream getOutputStream() throws IOException {
    super.getOutputStream(); // checks what state the socket is in
    return output;
  }

  @Override
  public String toString() {
    Stream stream = impl.stream();
    return stream == null
        ? "socket over no stream yet"
        : "socket over " + stream + ", to " + getRemoteSocketAddress();
  }
}
