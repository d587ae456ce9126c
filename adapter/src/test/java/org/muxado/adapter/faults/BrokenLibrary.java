package org.muxado.adapter.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.muxado.adapter.BundledImplementation;
import org.muxado.adapter.faults.planting.Fault;
import org.muxado.adapter.faults.planting.FaultyImplementation;
import org.muxado.adapter.faults.planting.FrameFault;
import org.muxado.adapter.faults.planting.GhostStream;
import org.muxado.tck.spi.Capability;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.ImplementationInfo;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.Role;
import org.muxado.tck.spi.Termination;
import org.muxado.tck.spi.Wire;

/** The library, broken so far that no case may pass; each claims every capability. */
enum BrokenLibrary implements Implementation {
  /** Fails inside when the first frame comes. */
  CRASHES_AT_THE_FIRST_FRAME {
    @Override
    public PeerSession start(Role role, Wire wire, PeerOptions options) {
      return planted(Fault.incoming(name(), (frame, to) -> crash())).start(role, wire, options);
    }
  },
  /** Takes every frame for a session error. */
  REFUSES_EVERY_FRAME {
    @Override
    public PeerSession start(Role role, Wire wire, PeerOptions options) {
      return planted(Fault.incoming(name(), (frame, to) -> to.sessionError()))
          .start(role, wire, options);
    }
  },
  /** Lets no frame in or out. */
  HEARS_AND_SAYS_NOTHING {
    @Override
    public PeerSession start(Role role, Wire wire, PeerOptions options) {
      FrameFault deaf = new FrameFault((frame, to) -> {}, (frame, to) -> {});
      return planted(Fault.frames(name(), () -> deaf)).start(role, wire, options);
    }
  },
  /** Closes its session in an orderly way as soon as it has begun. */
  CLOSES_AT_ONCE {
    @Override
    public PeerSession start(Role role, Wire wire, PeerOptions options) {
      PeerSession session = new BundledImplementation().start(role, wire, options);
      session.closeSession();
      return session;
    }
  },
  /** Drops the transport as soon as it has begun. */
  ENDS_THE_TRANSPORT_AT_ONCE {
    @Override
    public PeerSession start(Role role, Wire wire, PeerOptions options) {
      PeerSession session = new BundledImplementation().start(role, wire, options);
      session.kill();
      return session;
    }
  },
  /** Says yes to every call, says that the session has ended, and writes nothing. */
  SAYS_YES {
    @Override
    public PeerSession start(Role role, Wire wire, PeerOptions options) {
      try {
        wire.out().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return sayingYes();
    }
  };

  private static Implementation planted(Fault fault) {
    return new FaultyImplementation(fault);
  }

  private static void crash() {
    throw new IllegalStateException("a planted crash");
  }

  private static PeerSession sayingYes() {
    return (PeerSession)
        Proxy.newProxyInstance(
            BrokenLibrary.class.getClassLoader(),
            new Class<?>[] {PeerSession.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "close" -> null;
                  case "open", "accept" ->
                      CompletableFuture.<PeerStream>completedFuture(new GhostStream());
                  case "terminated" ->
                      CompletableFuture.completedFuture(
                          new Termination(Termination.Cause.CLOSED, true, 0, ""));
                  default -> CompletableFuture.completedFuture(null);
                });
  }

  @Override
  public ImplementationInfo info() {
    return new ImplementationInfo(name(), "0", "Java", "");
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }
}
