package org.muxado.adapter;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * A TCP connection within this machine that holds as few octets as the system lets it.
 *
 * @param library the end for the library
 * @param relay the other end
 */
record Loopback(SocketChannel library, Socket relay) {

  private static final int BUFFER_BYTES = 4_096;

  static Loopback connect() throws IOException {
    try (ServerSocketChannel listening = ServerSocketChannel.open()) {
      listening.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_BYTES);
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      SocketChannel library = SocketChannel.open();
      library.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_BYTES);
      library.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER_BYTES);
      library.connect(listening.getLocalAddress());
      Socket relay = listening.accept().socket();
      relay.setTcpNoDelay(true);
      relay.setSendBufferSize(BUFFER_BYTES);
      return new Loopback(library, relay);
    }
  }
}
