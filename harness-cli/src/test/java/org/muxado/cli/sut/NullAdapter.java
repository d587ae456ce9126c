package org.muxado.cli.sut;

import java.util.Set;
import org.muxado.tck.spi.Capability;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.ImplementationInfo;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.Role;
import org.muxado.tck.spi.UnimplementedException;
import org.muxado.tck.spi.Wire;

/** An adapter that can do nothing. */
public class NullAdapter implements Implementation {

  @Override
  public ImplementationInfo info() {
    return new ImplementationInfo("null", "1", "Java", "nowhere");
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of();
  }

  @Override
  public PeerSession start(Role role, Wire wire, PeerOptions options) {
    throw new UnimplementedException("start");
  }
}
