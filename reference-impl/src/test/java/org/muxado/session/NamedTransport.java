package org.muxado.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.muxado.transport.InMemoryTransport;
import org.muxado.transport.PolledTransport;

/** An in-memory transport with a name of its own, that can be told to fault; for tests. */
final class NamedTransport implements PolledTransport {

  private final InMemoryTransport inner;
  private final String name;
  volatile boolean faulty;

  NamedTransport(InMemoryTransport inner, String name) {
    this.inner = inner;
    this.name = name;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    if (faulty) {
      throw new IllegalStateException("a fault on purpose");
    }
    return inner.write(source);
  }

  @Override
  public void close() {
    inner.close();
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
    return name;
  }
}
