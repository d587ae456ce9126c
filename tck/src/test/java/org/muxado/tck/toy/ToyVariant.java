package org.muxado.tck.toy;

import java.util.Optional;
import java.util.Set;
import org.muxado.tck.spi.Capability;
import org.muxado.tck.spi.FrameCodec;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.ImplementationInfo;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.Role;
import org.muxado.tck.spi.Wire;

/** The toy, of which tests change what they need. */
public class ToyVariant implements Implementation {

  private final Implementation toy = new ToyImplementation();

  @Override
  public ImplementationInfo info() {
    return toy.info();
  }

  @Override
  public Set<Capability> capabilities() {
    return toy.capabilities();
  }

  @Override
  public PeerSession start(Role role, Wire wire, PeerOptions options) {
    return toy.start(role, wire, options);
  }

  @Override
  public Optional<FrameCodec> codec() {
    return toy.codec();
  }
}
