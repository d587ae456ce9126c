package org.muxado.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOptions;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muxado.frame.ErrorCode;
import org.muxado.session.MuxadoException;
import org.muxado.session.Stream;

/** What is behind a {@link StreamSocket}: no stream before it is connected, then one. */
final class StreamSocketImpl extends SessionSocketImpl {

  private final Supplier<CompletableFuture<Stream>> source;
  private final PendingStreams pending = new PendingStreams();
  private volatile @Nullable Stream stream;
  private volatile boolean timeoutSet;
  private volatile boolean inputShutDown;

  /**
   * Has no stream yet.
   *
   * @param source asked once, when connecting
   */
  StreamSocketImpl(Supplier<CompletableFuture<Stream>> source) {
    this.source = source;
  }

  /** The stream, or null before the socket is connected. */
  @Nullable Stream stream() {
    return stream;
  }

  private Stream connected() throws SocketException {
    Stream there = stream;
    if (there == null) {
      throw new SocketException("Socket is not connected");
    }
    return there;
  }

  @Override
  protected void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
    InetSocketAddress remote = (InetSocketAddress) endpoint;
    Stream opened;
    try {
      opened = pending.await(source.get(), timeoutMillis, "Connect timed out");
    } catch (ExecutionException e) {
      throw SocketFailures.connecting(e);
    }
    if (!isBound()) {
      local(StreamAddress.of(opened));
    }
    address = remote.getAddress();
    port = remote.getPort();
    adopt(opened);
  }

  private void adopt(Stream opened) throws SocketException {
    stream = opened;
    applyTimeout();
    if (pending.isClosed()) { // whoever closed the socket may have seen no stream
      opened.close();
      throw new SocketException("Socket closed");
    }
  }

  @Override
  public void setOption(int option, Object value) throws SocketException {
    super.setOption(option, value);
    if (option == SocketOptions.SO_TIMEOUT) {
      timeoutSet = true;
      applyTimeout();
    }
  }

  /** Until somebody asks for another limit, that of the session's settings holds. */
  private void applyTimeout() {
    Stream there = stream;
    if (there != null && timeoutSet) {
      there.setReadTimeout(Duration.ofMillis(kept(SocketOptions.SO_TIMEOUT)));
    }
  }

  /** Reads as a socket does: after input was shut down there is nothing but its end. */
  int read(byte[] target, int offset, int length) throws IOException {
    try {
      return connected().read(ByteBuffer.wrap(target, offset, length));
    } catch (MuxadoException e) {
      if (inputShutDown && !pending.isClosed()) {
        return -1;
      }
      throw SocketFailures.of(e);
    }
  }

  void write(byte[] source, int offset, int length) throws IOException {
    try {
      connected().write(ByteBuffer.wrap(source, offset, length));
    } catch (MuxadoException e) {
      throw SocketFailures.of(e);
    }
  }

  @Override
  protected int available() throws SocketException {
    if (pending.isClosed()) {
      throw new SocketException("Socket closed");
    }
    return connected().available();
  }

  @Override
  protected void shutdownInput() throws SocketException {
    inputShutDown = true;
    connected().shutdownInput();
  }

  @Override
  protected void shutdownOutput() throws IOException {
    try {
      connected().shutdownOutput();
    } catch (MuxadoException e) {
      throw SocketFailures.of(e);
    }
  }

  /** Closes the stream; resets it where TCP would: if the socket lingers for no time at all. */
  @Override
  protected void close() {
    pending.close();
    Stream there = stream;
    if (there == null) {
      return;
    }
    if (kept(SocketOptions.SO_LINGER) == 0) {
      there.reset(ErrorCode.CANCEL);
    } else {
      there.close();
    }
  }

  @Override
  protected InputStream getInputStream() throws SocketException {
    return connected().inputStream();
  }

  @Override
  protected OutputStream getOutputStream() throws SocketException {
    return connected().outputStream();
  }

  @Override
  protected void connect(String host, int port) throws IOException {
    connect(StreamAddress.numbered(InetSocketAddress.createUnresolved(host, port)), 0);
  }

  @Override
  protected void connect(InetAddress address, int port) throws IOException {
    connect(new InetSocketAddress(address, port), 0);
  }

  @Override
  protected void listen(int backlog) throws SocketException {
    throw new SocketException("a socket over a stream does not listen");
  }

  @Override
  protected void accept(SocketImpl accepted) throws SocketException {
    throw new SocketException("a socket over a stream accepts none");
  }
}
