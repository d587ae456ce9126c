package org.muxado.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.muxado.transport.PolledTransport;

/** A transport that breaks while it writes, for tests. */
final class BreakingTransport extends ForwardingTransport {

  private long octetsLeft;

  /**
   * Makes one.
   *
   * @param octets how many are written; the write that brings more writes what fits and throws
   */
  BreakingTransport(PolledTransport inner, long octets) {
    super(inner);
    octetsLeft = octets;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    if (source.remaining() <= octetsLeft) {
      int count = super.write(source);
      octetsLeft -= count;
      return count;
    }
    int count = super.write(source.slice(source.position(), (int) octetsLeft));
    octetsLeft -= count;
    if (octetsLeft > 0) {
      source.position(source.position() + count);
      return count;
    }
    close();
    throw new IOException("broken on purpose");
  }

  @Override
  public String name() {
    return "breaking " + super.name();
  }
}
