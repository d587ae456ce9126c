package org.muxado.session;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** A stream's output, as {@code java.io} sees it. Thread-safe as its stream is. */
final class StreamOutputStream extends OutputStream {

  private final Stream stream;

  StreamOutputStream(Stream stream) {
    this.stream = stream;
  }

  @Override
  public void write(int octet) throws IOException {
    stream.writeOctet((byte) octet);
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    stream.write(ByteBuffer.wrap(source, offset, length));
  }

  @Override
  public void close() throws IOException {
    stream.shutdownOutput();
  }
}
