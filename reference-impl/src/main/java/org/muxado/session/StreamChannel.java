package org.muxado.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;

/** A stream, as {@code java.nio} sees it. Thread-safe as its stream is. */
final class StreamChannel implements ByteChannel {

  private final Stream stream;
  private volatile boolean open = true;

  StreamChannel(Stream stream) {
    this.stream = stream;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    checkOpen();
    return stream.read(target);
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    checkOpen();
    int count = source.remaining();
    stream.write(source);
    return count;
  }

  private void checkOpen() throws ClosedChannelException {
    if (!open) {
      throw new ClosedChannelException();
    }
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
    stream.close();
  }
}
