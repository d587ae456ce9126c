package org.muxado.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** A stream's input, as {@code java.io} sees it. Thread-safe as its stream is. */
final class StreamInputStream extends InputStream {

  private final Stream stream;

  StreamInputStream(Stream stream) {
    this.stream = stream;
  }

  @Override
  public int read() throws IOException {
    return stream.readOctet();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    return stream.read(ByteBuffer.wrap(target, offset, length));
  }

  @Override
  public int available() {
    return stream.available();
  }

  @Override
  public void close() {
    stream.shutdownInput();
  }
}
