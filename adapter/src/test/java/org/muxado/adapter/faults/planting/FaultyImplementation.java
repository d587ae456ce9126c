package org.muxado.adapter.faults.planting;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.muxado.adapter.BundledImplementation;
import org.muxado.tck.spi.Capability;
import org.muxado.tck.spi.FrameCodec;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.ImplementationInfo;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.Role;
import org.muxado.tck.spi.Wire;

/** The bundled implementation with one fault. Thread-safe; has no state. */
public final class FaultyImplementation implements Implementation {

  private final Implementation bundled = new BundledImplementation();
  private final Fault fault;

  /** Plants a fault. */
  public FaultyImplementation(Fault fault) {
    this.fault = fault;
  }

  @Override
  public ImplementationInfo info() {
    return new ImplementationInfo(fault.id(), "0", "Java", "");
  }

  @Override
  public Set<Capability> capabilities() {
    return bundled.capabilities();
  }

  @Override
  public PeerSession start(Role role, Wire wire, PeerOptions options) {
    FrameFault frames = fault.frames().get();
    PeerOptions changed = fault.options().apply(options);
    if (frames.equals(FrameFault.NONE)) {
      return fault.session().apply(bundled.start(role, wire, changed));
    }
    StreamStates streams = new StreamStates(role, options);
    Wire faulty = new FaultyWire(wire, new Link(frames, streams), frames.wire());
    PeerSession session = bundled.start(role, faulty, changed);
    return fault.session().apply(new CallsSeen(session, streams));
  }

  @Override
  public Optional<FrameCodec> codec() {
    return bundled.codec().map(codec -> new FaultyCodec(codec, fault.frames()));
  }

  /** Tells the states which streams the application has got, and which it has closed. */
  private static final class CallsSeen extends ForwardingSession {

    private final StreamStates streams;

    CallsSeen(PeerSession session, StreamStates streams) {
      super(session);
      this.streams = streams;
    }

    @Override
    protected PeerStream wrap(PeerStream stream, boolean own) {
      streams.handedOver(stream.id());
      return new ForwardingStream(stream) {
        @Override
        public CompletionStage<Void> close() {
          streams.applicationClosed(id());
          return super.close();
        }
      };
    }
  }
}
