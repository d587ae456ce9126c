package org.muxado.tls;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A TCP connection under TLS: a non-blocking channel with a selector of its own. */
final class ChannelLink implements Link {

  private final String peer;
  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;

  /**
   * Takes over a connected channel; closes it if that fails.
   *
   * @param peer names the other end for people
   */
  ChannelLink(SocketChannel channel, String peer) throws IOException {
    this.channel = channel;
    this.peer = peer;
    try {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      selector = Selector.open();
    } catch (IOException | RuntimeException | Error e) {
      Closing.quietly(channel);
      throw e;
    }
    try {
      key = channel.register(selector, SelectionKey.OP_READ);
    } catch (IOException | RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  @Override
  public String peer() {
    return peer;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return channel.read(target);
  }

  @Override
  public void write(ByteBuffer source) throws IOException {
    channel.write(source);
  }

  @Override
  public void endOutput() throws IOException {
    channel.shutdownOutput();
  }

  @Override
  public void await(boolean forInput, boolean forOutput, long limitMillis) throws IOException {
    int wanted = (forInput ? SelectionKey.OP_READ : 0) | (forOutput ? SelectionKey.OP_WRITE : 0);
    try {
      if (key.interestOps() != wanted) {
        key.interestOps(wanted);
      }
      selector.select(limitMillis);
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
    Closing.quietly(channel);
    Closing.quietly(selector);
  }
}
