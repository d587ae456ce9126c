package org.muxado.adapter.faults.planting;

import java.util.concurrent.CompletionStage;
import org.muxado.tck.spi.OpenOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.Termination;

/** A session that does what another one does; faults change what they need. */
public class ForwardingSession implements PeerSession {

  private final PeerSession session;

  /** Makes one. */
  public ForwardingSession(PeerSession session) {
    this.session = session;
  }

  /**
   * What the application gets for a stream of the session.
   *
   * @param own whether the application opened it
   */
  protected PeerStream wrap(PeerStream stream, boolean own) {
    return stream;
  }

  @Override
  public CompletionStage<PeerStream> open(OpenOptions options) {
    return session.open(options).thenApply(stream -> wrap(stream, true));
  }

  @Override
  public CompletionStage<PeerStream> accept() {
    return session.accept().thenApply(stream -> wrap(stream, false));
  }

  @Override
  public CompletionStage<Void> goAway(int code, byte[] debug) {
    return session.goAway(code, debug);
  }

  @Override
  public CompletionStage<Void> drain() {
    return session.drain();
  }

  @Override
  public CompletionStage<Void> closeSession() {
    return session.closeSession();
  }

  @Override
  public CompletionStage<Void> kill() {
    return session.kill();
  }

  @Override
  public CompletionStage<Termination> terminated() {
    return session.terminated();
  }

  @Override
  public CompletionStage<Void> quiesce() {
    return session.quiesce();
  }

  @Override
  public void close() {
    session.close();
  }
}
