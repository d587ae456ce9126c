package org.muxado.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * A TCP connection for each stream. A network has a port of its own, so that connections that
 * linger in the system after one round do not slow the next.
 */
final class RawTcp implements Network {

  private static final int BACKLOG = 1_024;

  private final ServerSocketChannel listener = ServerSocketChannel.open();
  private final SocketAddress address;

  RawTcp() throws IOException {
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    address = listener.getLocalAddress();
  }

  @Override
  public Duplex open(ByteBuffer first) throws IOException {
    Connection connection = Connection.over(SocketChannel.open(address));
    connection.write(first);
    return connection;
  }

  @Override
  public Duplex accept() throws IOException {
    return Connection.over(listener.accept());
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private record Connection(SocketChannel channel) implements Duplex {

    static Connection over(SocketChannel channel) throws IOException {
      return new Connection(channel.setOption(StandardSocketOptions.TCP_NODELAY, true));
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      return channel.read(target);
    }

    @Override
    public void write(ByteBuffer source) throws IOException {
      while (source.hasRemaining()) {
        channel.write(source);
      }
    }

    @Override
    public void finish() throws IOException {
      channel.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
