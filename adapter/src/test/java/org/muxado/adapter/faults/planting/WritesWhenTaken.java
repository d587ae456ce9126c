package org.muxado.adapter.faults.planting;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.muxado.adapter.BundledImplementation;
import org.muxado.tck.spi.Capability;
import org.muxado.tck.spi.FrameCodec;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.ImplementationInfo;
import org.muxado.tck.spi.Outcome;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.Role;
import org.muxado.tck.spi.Wire;

/**
 * The bundled implementation, but its writes and its GOAWAY calls complete only when the transport
 * has taken what they brought. Thread-safe; has no state.
 */
public final class WritesWhenTaken implements Implementation {

  private final Implementation bundled = new BundledImplementation();

  @Override
  public ImplementationInfo info() {
    return new ImplementationInfo("writes-when-taken", "0", "Java", "");
  }

  @Override
  public Set<Capability> capabilities() {
    return bundled.capabilities();
  }

  @Override
  public PeerSession start(Role role, Wire wire, PeerOptions options) {
    TakenOctets taken = new TakenOctets();
    PeerSession session = bundled.start(role, new SeenWire(wire, taken), options);
    session.terminated().thenRun(taken::end);
    return new Session(session, taken);
  }

  @Override
  public Optional<FrameCodec> codec() {
    return bundled.codec();
  }

  private static final class Session extends ForwardingSession {

    private final TakenOctets taken;

    Session(PeerSession session, TakenOctets taken) {
      super(session);
      this.taken = taken;
    }

    @Override
    protected PeerStream wrap(PeerStream stream, boolean own) {
      stream.outcome().thenAccept(outcome -> endIfFailed(stream.id(), outcome));
      return new ForwardingStream(stream) {
        @Override
        public CompletionStage<Void> write(byte[] octets, boolean fin) {
          CompletionStage<Void> here = taken.await(id(), octets.length);
          return super.write(octets, fin).thenCompose(done -> here);
        }
      };
    }

    /** Both FINs may be told before the transport has returned from taking the last. */
    private void endIfFailed(int stream, Outcome outcome) {
      if (outcome.kind() != null) {
        taken.end(stream);
      }
    }

    @Override
    public CompletionStage<Void> goAway(int code, byte[] debug) {
      CompletionStage<Void> here = taken.await(0, 1);
      return super.goAway(code, debug).thenCompose(done -> here);
    }
  }

  /** A wire that tells what it has taken. */
  private record SeenWire(Wire wire, TakenOctets taken) implements Wire {

    @Override
    public InputStream in() {
      return wire.in();
    }

    @Override
    public OutputStream out() {
      return new OutputStream() {
        @Override
        public void write(int octet) throws IOException {
          write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int from, int length) throws IOException {
          wire.out().write(octets, from, length);
          taken.add(octets, from, length);
        }

        @Override
        public void close() throws IOException {
          wire.out().close();
        }
      };
    }

    @Override
    public void close() {
      wire.close();
    }
  }
}
