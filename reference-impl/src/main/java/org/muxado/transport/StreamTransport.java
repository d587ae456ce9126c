package org.muxado.transport;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A blocking transport over a pair of {@code java.io} streams. Threads use it as {@link
 * BlockingTransport} says: one reads, one writes, any closes.
 */
public final class StreamTransport implements BlockingTransport {

  private final String name;
  private final InputStream in;
  private final OutputStream out;
  private final Closeable outputEnd;
  private final Closeable both;
  private final @Nullable Socket socket;

  /**
   * Joins two streams.
   *
   * @param name names the transport for people
   * @param in what the peer sends
   * @param out what goes to the peer; flushed after each write
   * @param outputEnd ends the output and nothing else, such as {@code out::close}, or for a socket
   *     {@code socket::shutdownOutput}
   * @param both drops both directions, waiting as little as it can, and ends reads and writes that
   *     wait; what it throws is ignored
   */
  public StreamTransport(
      String name, InputStream in, OutputStream out, Closeable outputEnd, Closeable both) {
    this(name, in, out, outputEnd, both, null);
  }

  private StreamTransport(
      String name,
      InputStream in,
      OutputStream out,
      Closeable outputEnd,
      Closeable both,
      @Nullable Socket socket) {
    this.socket = socket;
    this.name = name;
    this.in = in;
    this.out = out;
    this.outputEnd = outputEnd;
    this.both = both;
  }

  /**
   * Takes over a connected socket.
   *
   * @throws IOException if the socket is not connected
   */
  public static StreamTransport of(Socket socket) throws IOException {
    return new StreamTransport(
        "socket " + socket.getRemoteSocketAddress(),
        socket.getInputStream(),
        socket.getOutputStream(),
        socket::shutdownOutput,
        socket,
        socket);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public @Nullable SocketAddress peerAddress() {
    return socket == null ? null : socket.getRemoteSocketAddress();
  }

  /** True for the JDK's own sockets; nobody knows of other streams what they hold. */
  @Override
  public boolean suitsVirtualThreads() {
    return socket != null && socket.getClass() == Socket.class;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int at = target.position();
    int count = in.read(target.array(), target.arrayOffset() + at, target.remaining());
    if (count > 0) {
      target.position(at + count);
    }
    return count;
  }

  @Override
  public int available() throws IOException {
    return in.available();
  }

  @Override
  public void write(ByteBuffer source) throws IOException {
    int at = source.position();
    out.write(source.array(), source.arrayOffset() + at, source.remaining());
    out.flush();
    source.position(source.limit());
  }

  @Override
  public void endOutput() throws IOException {
    outputEnd.close();
  }

  @Override
  public void close() {
    try {
      both.close();
    } catch (IOException alreadyBroken) {
      // The transport is given up either way.
    }
  }
}
