package org.muxado.adapter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionStage;
import org.muxado.adapter.faults.planting.ForwardingSession;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.UnimplementedException;

/** A session of the library whose streams are behind sockets. Thread-safe. */
final class SocketSession extends ForwardingSession {

  private final BlockingCalls calls = new BlockingCalls();

  SocketSession(PeerSession session) {
    super(session);
  }

  @Override
  protected PeerStream wrap(PeerStream stream, boolean own) {
    try {
      return new SocketStream((BundledStream) stream, calls);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public CompletionStage<Void> quiesce() {
    throw new UnimplementedException("quiesce");
  }

  @Override
  public void close() {
    super.close();
    calls.close();
  }
}
