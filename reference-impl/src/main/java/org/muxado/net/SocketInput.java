package org.muxado.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** The input of a socket over a stream. Thread-safe as its stream is; closing it closes both. */
final class SocketInput extends InputStream {

  private final Socket socket;
  private final StreamSocketImpl impl;

  SocketInput(Socket socket, StreamSocketImpl impl) {
    this.socket = socket;
    this.impl = impl;
  }

  @Override
  public int read() throws IOException {
    byte[] octet = new byte[1];
    return impl.read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    return impl.read(target, offset, length);
  }

  @Override
  public int available() throws IOException {
    return impl.available();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
