package org.muxado.adapter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;
import org.muxado.tck.spi.Capability;
import org.muxado.tck.spi.FrameCodec;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.ImplementationInfo;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.Role;
import org.muxado.tck.spi.Wire;

/** The library over connections of a kind, each of which is joined to a wire of the kit. */
final class RelayedImplementation implements Implementation {

  /** Makes connections of a kind. */
  interface Carrier {

    /** Starts a session over a new connection, whose other end is joined to the wire. */
    Session start(Role role, Wire wire, SessionSettings settings) throws IOException;
  }

  private final BundledImplementation bundled = new BundledImplementation();
  private final Carrier carrier;

  RelayedImplementation(Carrier carrier) {
    this.carrier = carrier;
  }

  @Override
  public ImplementationInfo info() {
    return bundled.info();
  }

  @Override
  public Set<Capability> capabilities() {
    return bundled.capabilities();
  }

  @Override
  public PeerSession start(Role role, Wire wire, PeerOptions options) {
    try {
      SessionSettings settings = BundledImplementation.settings(options);
      return new BundledSession(carrier.start(role, wire, settings));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<FrameCodec> codec() {
    return bundled.codec();
  }
}
