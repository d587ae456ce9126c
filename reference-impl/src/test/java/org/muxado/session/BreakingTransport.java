package org.muxado.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.muxado.transport.InMemoryTransport;
import org.muxado.transport.PolledTransport;

/** An in-memory transport that breaks while it writes, for tests. */
final class BreakingTransport implements PolledTransport {

  private final InMemoryTransport inner;
  private long octetsLeft;

  /**
   * Makes one.
   *
   * @param octets how many are written; the write that brings more writes what fits and throws
   */
  BreakingTransport(InMemoryTransport inner, long octets) {
    this.inner = inner;
    octetsLeft = octets;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    if (source.remaining() <= octetsLeft) {
      int count = inner.write(source);
      octetsLeft -= count;
      return count;
    }
    int count = inner.write(source.slice(source.position(), (int) octetsLeft));
    octetsLeft -= count;
    if (octetsLeft > 0) {
      source.position(source.position() + count);
      return count;
    }
    inner.close();
    throw new IOException("broken on purpose");
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return inner.read(target);
  }

  @Override
  public void endOutput() {
    inner.endOutput();
  }

  @Override
  public void await(boolean forInput, boolean forOutput) {
    inner.await(forInput, forOutput);
  }

  @Override
  public void wakeup() {
    inner.wakeup();
  }

  @Override
  public String name() {
    return "breaking " + inner.name();
  }

  @Override
  public void close() {
    inner.close();
  }
}
