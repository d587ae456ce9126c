package org.muxado.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A TCP connection, without delay for small segments. The channel is non-blocking: a blocking one
 * would be closed by the interrupt of any thread that writes. Threads use it as {@link
 * PolledTransport} says.
 */
public final class TcpTransport implements PolledTransport {

  private final String name;
  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;

  /**
   * Takes over a connected channel; closes it if that fails.
   *
   * @throws IOException if the channel is not connected or its options cannot be set
   */
  public TcpTransport(SocketChannel channel) throws IOException {
    this.channel = channel;
    Selector opened = null;
    try {
      name = "tcp " + channel.getRemoteAddress();
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      opened = Selector.open();
      key = channel.register(opened, SelectionKey.OP_READ);
      selector = opened;
    } catch (IOException | RuntimeException e) {
      closeBoth(channel, opened, e);
      throw e;
    }
  }

  private static void closeBoth(
      SocketChannel channel, @Nullable Selector selector, Exception cause) {
    try (selector) {
      channel.close();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  /**
   * Connects, waiting for it.
   *
   * @throws IOException if the connection cannot be made, or the thread is interrupted
   */
  public static TcpTransport connect(InetSocketAddress address) throws IOException {
    if (address.isUnresolved()) {
      throw new UnknownHostException(address.getHostString());
    }
    return new TcpTransport(SocketChannel.open(address));
  }

  @Override
  public String name() {
    return name;
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
    try {
      if (key.interestOps() != wanted) {
        key.interestOps(wanted);
      }
      selector.select();
      selector.selectedKeys().clear();
    } catch (CancelledKeyException | ClosedSelectorException e) {
      throw new ClosedChannelException();
    }
  }

  @Override
  public void wakeup() {
    selector.wakeup();
  }

  @Override
  public void close() {
    try (selector) {
      channel.close();
    } catch (IOException alreadyBroken) {
      // The connection is given up either way.
    }
  }
}
