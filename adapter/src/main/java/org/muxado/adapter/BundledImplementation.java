package org.muxado.adapter;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.muxado.session.Session;
import org.muxado.session.SessionClock;
import org.muxado.session.SessionSettings;
import org.muxado.session.SessionSettingsBuilder;
import org.muxado.tck.spi.Capability;
import org.muxado.tck.spi.FrameCodec;
import org.muxado.tck.spi.HeartbeatOptions;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.ImplementationInfo;
import org.muxado.tck.spi.KitClock;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.Role;
import org.muxado.tck.spi.Wire;
import org.muxado.transport.StreamTransport;

/** The bundled library, as the kit sees it. Thread-safe; has no state. */
public final class BundledImplementation implements Implementation {

  /** Closing is bounded by the kit's watchdog: a busy machine must not cost a GOAWAY. */
  private static final Duration PATIENT = Duration.ofMinutes(1);

  @Override
  public ImplementationInfo info() {
    Package library = Session.class.getPackage();
    String version = Optional.ofNullable(library.getImplementationVersion()).orElse("unreleased");
    return new ImplementationInfo("muxado-java", version, "Java", "");
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Override
  public PeerSession start(Role role, Wire wire, PeerOptions options) {
    StreamTransport transport =
        new StreamTransport("kit", wire.in(), wire.out(), wire.out(), wire::close);
    org.muxado.engine.Role side = org.muxado.engine.Role.valueOf(role.name());
    return new BundledSession(Session.start(side, transport, settings(options)));
  }

  @Override
  public Optional<FrameCodec> codec() {
    return Optional.of(new BundledCodec());
  }

  static SessionSettings settings(PeerOptions options) {
    SessionSettingsBuilder settings =
        SessionSettings.builder()
            .backlog(options.backlog())
            .extensions(options.extensions())
            .peerUnderstandsPri(options.peerUnderstandsPri())
            .peerQuirks(options.peerQuirks())
            .firstStreamId(options.firstStreamId())
            .linger(PATIENT)
            .noHeartbeat();
    HeartbeatOptions heartbeat = options.heartbeat();
    if (heartbeat != null) {
      settings.heartbeat(
          Duration.ofMillis(heartbeat.intervalMillis()),
          Duration.ofMillis(heartbeat.toleranceMillis()));
    }
    BundledLimits.set(options.limits(), settings);
    KitClock clock = options.clock();
    return (clock == null ? settings : settings.clock(over(clock))).build();
  }

  private static SessionClock over(KitClock clock) {
    return new SessionClock() {
      @Override
      public long nanoTime() {
        return clock.nanoTime();
      }

      @Override
      public void schedule(long atNanoTime, Runnable task) {
        clock.schedule(atNanoTime, task);
      }
    };
  }
}
