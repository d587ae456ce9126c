package org.muxado.tck.spi;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The implementation under test, as the kit sees it. An adapter implements this interface and is
 * found by {@link java.util.ServiceLoader}, or named on the command line.
 *
 * <p>The kit may call every method from any thread, and runs several sessions at once; an adapter
 * keeps no state between sessions.
 */
public interface Implementation {

  /** Says what is tested; shown in reports. */
  ImplementationInfo info();

  /**
   * What the adapter can do beyond the plain operations; a case that needs more is skipped, with
   * that reason.
   */
  Set<Capability> capabilities();

  /**
   * Starts a session on a wire that is already connected.
   *
   * @param role the side that the implementation plays; the kit plays the other one
   * @param wire the transport, owned by the kit
   * @param options the settings of this session; those that the adapter did not declare a
   *     capability for hold their default
   * @return the running session
   * @throws UnimplementedException if an option asks for something that the adapter cannot do
   */
  PeerSession start(Role role, Wire wire, PeerOptions options);

  /**
   * How long {@link #start} may take; it then returns or throws by itself. Zero leaves the limit to
   * the kit, which gives up a call that takes it some seconds.
   */
  default Duration startLimit() {
    return Duration.ZERO;
  }

  /**
   * The implementation's frame codec for the frame vectors, where the adapter declares {@link
   * Capability#CODEC}.
   */
  default Optional<FrameCodec> codec() {
    return Optional.empty();
  }
}
