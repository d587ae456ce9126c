package org.muxado.adapter;

import java.util.EnumSet;
import java.util.Set;
import org.muxado.tck.spi.Capability;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.ImplementationInfo;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.Role;
import org.muxado.tck.spi.Wire;

/**
 * The library with sockets in front of its streams: what is read, written and closed goes through
 * them. Streams are opened and accepted by the session, and have their ids, priorities and outcomes
 * from it, since sockets know of none.
 */
final class SocketImplementation implements Implementation {

  private final BundledImplementation bundled = new BundledImplementation();

  @Override
  public ImplementationInfo info() {
    return bundled.info();
  }

  /**
   * Not QUIESCE: a socket does not tell what a write that waits could do by now. Not CODEC: a
   * socket sees no frames.
   */
  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.QUIESCE, Capability.CODEC));
  }

  @Override
  public PeerSession start(Role role, Wire wire, PeerOptions options) {
    return new SocketSession(bundled.start(role, wire, options));
  }
}
