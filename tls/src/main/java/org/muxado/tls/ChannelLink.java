package org.muxado.tls;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.muxado.thread.ChannelWait;

/** A TCP connection under TLS: a non-blocking channel. */
final class ChannelLink implements Link {

  private final String peer;
  private final SocketAddress peerAddress;
  private final SocketChannel channel;
  private final ChannelWait wait;

  /**
   * Takes over a connected channel; closes it if that fails.
   *
   * @param peer names the other end for people
   * @param peerAddress the address of the other end
   */
  ChannelLink(SocketChannel channel, String peer, SocketAddress peerAddress) throws IOException {
    this.channel = channel;
    this.peer = peer;
    this.peerAddress = peerAddress;
    try {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      wait = new ChannelWait(channel);
    } catch (IOException | RuntimeException | Error e) {
      Closing.quietly(channel);
      throw e;
    }
  }

  @Override
  public String peer() {
    return peer;
  }

  @Override
  public SocketAddress peerAddress() {
    return peerAddress;
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
    wait.await(wanted, limitMillis);
  }

  @Override
  public void wakeup() {
    wait.wakeup();
  }

  @Override
  public void close() {
    Closing.quietly(wait);
  }
}
