package org.muxado.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.muxado.thread.ChannelWait;

/**
 * A TCP connection, without delay for small segments. The channel is non-blocking: a blocking one
 * would be closed by the interrupt of any thread that writes. Threads use it as {@link
 * PolledTransport} says.
 */
public final class TcpTransport implements PolledTransport {

  private final SocketAddress peer;
  private final SocketChannel channel;
  private final ChannelWait wait;

  /**
   * Takes over a connected channel; closes it if that fails.
   *
   * @throws IOException if the channel is not connected or its options cannot be set
   */
  public TcpTransport(SocketChannel channel) throws IOException {
    this(channel, ChannelWait.Place.FIT_FOR_THREAD);
  }

  TcpTransport(SocketChannel channel, ChannelWait.Place place) throws IOException {
    this.channel = channel;
    try {
      peer = remoteAddress(channel);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      wait = new ChannelWait(channel, place);
    } catch (IOException | RuntimeException e) {
      close(channel, e);
      throw e;
    }
  }

  private static SocketAddress remoteAddress(SocketChannel channel) throws IOException {
    SocketAddress address = channel.getRemoteAddress();
    if (address == null) {
      throw new SocketException("the channel is not connected");
    }
    return address;
  }

  private static void close(SocketChannel channel, Exception cause) {
    try {
      channel.close();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  /**
   * Connects, waiting as long as the system does.
   *
   * @throws InterruptedIOException if the thread is interrupted while it waits; it stays so
   * @throws IOException if the connection cannot be made; the message names the address
   */
  public static TcpTransport connect(InetSocketAddress address) throws IOException {
    return connect(address, Duration.ZERO);
  }

  /**
   * Connects, waiting for it.
   *
   * @param limit how long to wait at most; zero is as long as the system does
   * @throws SocketTimeoutException if the connection is not made in time
   * @throws InterruptedIOException if the thread is interrupted while it waits; it stays so
   * @throws IOException if the connection cannot be made; the message names the address
   * @throws IllegalArgumentException if the limit is negative
   */
  public static TcpTransport connect(InetSocketAddress address, Duration limit) throws IOException {
    if (limit.isNegative()) {
      throw new IllegalArgumentException("connect time limit of " + limit + " is negative");
    }
    if (address.isUnresolved()) {
      throw new UnknownHostException(address.getHostString());
    }
    SocketChannel channel = SocketChannel.open();
    try {
      channel.socket().connect(address, millis(limit));
    } catch (IOException e) {
      channel.close();
      throw unconnected(address, e);
    } catch (RuntimeException e) {
      channel.close();
      throw e;
    }
    return new TcpTransport(channel);
  }

  /** Rounded up: 0 would be no limit. */
  private static int millis(Duration limit) {
    long nanos = TimeUnit.NANOSECONDS.convert(limit); // saturates
    long millis = nanos / 1_000_000 + (nanos % 1_000_000 == 0 ? 0 : 1);
    return (int) Math.min(Integer.MAX_VALUE, millis);
  }

  private static IOException unconnected(InetSocketAddress address, IOException cause) {
    String message = "cannot connect to " + address + ": " + cause.getMessage();
    if (cause instanceof SocketTimeoutException) {
      return with(cause, new SocketTimeoutException(message));
    }
    if (Thread.currentThread().isInterrupted()) {
      String interrupted = "interrupted while connecting to " + address;
      return with(cause, new InterruptedIOException(interrupted));
    }
    return with(cause, new ConnectException(message));
  }

  private static IOException with(IOException cause, IOException told) {
    told.initCause(cause);
    return told;
  }

  @Override
  public String name() {
    return "tcp " + peer;
  }

  @Override
  public SocketAddress peerAddress() {
    return peer;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return channel.read(target);
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    return channel.write(source);
  }

  @Override
  public void endOutput() throws IOException {
    channel.shutdownOutput();
  }

  @Override
  public void await(boolean forInput, boolean forOutput) throws IOException {
    int wanted = (forInput ? SelectionKey.OP_READ : 0) | (forOutput ? SelectionKey.OP_WRITE : 0);
    wait.await(wanted, 0);
  }

  @Override
  public boolean callersMayRead() {
    return true;
  }

  @Override
  public boolean suitsVirtualThreads() {
    return true;
  }

  @Override
  public void wakeup() {
    wait.wakeup();
  }

  @Override
  public void close() {
    try {
      wait.close();
    } catch (IOException alreadyBroken) {
      // The connection is given up either way.
    }
  }
}
