package org.muxado.tck.toy;

import java.util.EnumSet;
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

/**
 * A plain implementation on the vectors' codec, for the kit's own tests: it keeps everything in
 * memory for ever, and has no heartbeat of its own, no drain and no PRI.
 */
public final class ToyImplementation implements Implementation {

  private static final Set<Capability> CAPABILITIES =
      EnumSet.of(
          Capability.PRIORITY,
          Capability.REPRIORITISE,
          Capability.STREAM_TYPE,
          Capability.RESET,
          Capability.SHUTDOWN_INPUT,
          Capability.GO_AWAY,
          Capability.KILL,
          Capability.OUTCOME,
          Capability.RETRY_VERDICT,
          Capability.TERMINATION,
          Capability.QUIESCE,
          Capability.BACKLOG,
          Capability.FIRST_STREAM_ID,
          Capability.CODEC);

  @Override
  public ImplementationInfo info() {
    return new ImplementationInfo("toy", "1", "Java", "");
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Optional<FrameCodec> codec() {
    return Optional.of(new ToyCodec());
  }

  @Override
  public PeerSession start(Role role, Wire wire, PeerOptions options) {
    ToySession session = new ToySession(role, wire, options);
    session.start();
    return session;
  }
}
