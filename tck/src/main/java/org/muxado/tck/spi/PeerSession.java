package org.muxado.tck.spi;

import java.util.concurrent.CompletionStage;

/**
 * A session of the implementation under test. No method blocks: what has to wait is a pending
 * stage. A stage fails with a {@link PeerFailure}, or with {@link UnimplementedException} where the
 * adapter lacks the operation.
 */
public interface PeerSession extends AutoCloseable {

  /**
   * Opens a stream; completes once the application may use it, which may be before its SYN is on
   * the wire.
   */
  CompletionStage<PeerStream> open(OpenOptions options);

  /**
   * Accepts the next of the kit's streams. An adapter never accepts ahead of this call, or the
   * backlog could not be seen. Streams of a registered extension come here too.
   */
  CompletionStage<PeerStream> accept();

  /** Sends GOAWAY with this code and debug text; the session goes on. */
  default CompletionStage<Void> goAway(int code, byte[] debug) {
    throw new UnimplementedException("goAway");
  }

  /**
   * Ends the session gracefully in two steps: GOAWAY with 2^31-1, later the true last stream id.
   */
  default CompletionStage<Void> drain() {
    throw new UnimplementedException("drain");
  }

  /**
   * Closes the session as section "Ending a session" says. Where the session runs on the kit's
   * clock, it has begun to close when this returns, so that its limits count from then.
   */
  CompletionStage<Void> closeSession();

  /** Drops the transport at once. */
  default CompletionStage<Void> kill() {
    throw new UnimplementedException("kill");
  }

  /** Completes when the session has ended, whatever ended it. */
  CompletionStage<Termination> terminated();

  /**
   * Completes when every write accepted so far is queued inside the implementation: what it sends
   * next is decided by its scheduler alone.
   */
  default CompletionStage<Void> quiesce() {
    throw new UnimplementedException("quiesce");
  }

  /**
   * The last lines that the implementation wrote to a log of its own since the session began, such
   * as the standard error of its program; shown with a case that failed. Empty if there are none.
   * May wait a moment for what is on its way.
   */
  default String lastWords() {
    return "";
  }

  /**
   * Frees everything; called at the end of each case, whatever became of the session. Returns
   * without waiting.
   */
  @Override
  void close();
}
