package org.muxado.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.muxado.transport.PolledTransport;

/** A transport with a name of its own, that can be told to fault; for tests. */
final class NamedTransport extends ForwardingTransport {

  private final String name;
  volatile boolean faulty;

  NamedTransport(PolledTransport inner, String name) {
    super(inner);
    this.name = name;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    if (faulty) {
      throw new IllegalStateException("a fault on purpose");
    }
    return super.write(source);
  }

  @Override
  public String name() {
    return name;
  }
}
