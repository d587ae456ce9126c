package org.muxado.tck.broken;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.muxado.tck.spi.OpenOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.Termination;

/** A session that answers nothing; the broken implementations change what they need. */
class BrokenSession implements PeerSession {

  /** What every call gives. */
  protected <T> CompletionStage<T> answer() {
    return new CompletableFuture<>();
  }

  @Override
  public CompletionStage<PeerStream> open(OpenOptions options) {
    return answer();
  }

  @Override
  public CompletionStage<PeerStream> accept() {
    return answer();
  }

  @Override
  public CompletionStage<Void> goAway(int code, byte[] debug) {
    return answer();
  }

  @Override
  public CompletionStage<Void> drain() {
    return answer();
  }

  @Override
  public CompletionStage<Void> closeSession() {
    return answer();
  }

  @Override
  public CompletionStage<Void> kill() {
    return answer();
  }

  @Override
  public CompletionStage<Termination> terminated() {
    return answer();
  }

  @Override
  public CompletionStage<Void> quiesce() {
    return answer();
  }

  @Override
  public void close() {}
}
