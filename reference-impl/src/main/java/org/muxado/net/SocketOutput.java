package org.muxado.net;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** The output of a socket over a stream. Thread-safe as its stream is; closing it closes both. */
final class SocketOutput extends OutputStream {

  private final Socket socket;
  private final StreamSocketImpl impl;

  SocketOutput(Socket socket, StreamSocketImpl impl) {
    this.socket = socket;
    this.impl = impl;
  }

  @Override
  public void write(int octet) throws IOException {
    impl.write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    impl.write(source, offset, length);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
