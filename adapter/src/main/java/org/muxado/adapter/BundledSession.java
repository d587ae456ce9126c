package org.muxado.adapter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.muxado.session.Session;
import org.muxado.session.Stream;
import org.muxado.tck.spi.OpenOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.Termination;

/** A session of the library. Thread-safe. */
final class BundledSession implements PeerSession {

  /** Long enough for every case: the kit judges the drain, not its deadline. */
  private static final Duration DRAIN_DEADLINE = Duration.ofDays(1);

  private final Session session;
  private final BlockingCalls calls = new BlockingCalls();
  private final CallQueue accepts = new CallQueue(calls);
  private final Queue<BundledStream> streams = new ConcurrentLinkedQueue<>();

  BundledSession(Session session) {
    this.session = session;
  }

  @Override
  public CompletionStage<PeerStream> open(OpenOptions options) {
    return Stages.of(
        () ->
            wrap(
                session.open(
                    new org.muxado.session.OpenOptions(
                        options.priority(), options.type(), options.fin()))));
  }

  @Override
  public CompletionStage<PeerStream> accept() {
    return accepts.call(
        new CallQueue.Operation<>() {
          @Override
          public @Nullable PeerStream attempt() throws IOException {
            Stream stream = session.tryAccept();
            return stream == null ? null : wrap(stream);
          }

          @Override
          public PeerStream complete() throws IOException {
            return wrap(session.accept());
          }
        });
  }

  private PeerStream wrap(Stream stream) {
    BundledStream wrapped = new BundledStream(stream, calls);
    streams.add(wrapped);
    return wrapped;
  }

  @Override
  public CompletionStage<Void> goAway(int code, byte[] debug) {
    return Stages.ofVoid(() -> session.goAway(code, new String(debug, StandardCharsets.UTF_8)));
  }

  @Override
  public CompletionStage<Void> drain() {
    return Stages.ofVoid(() -> session.drain(DRAIN_DEADLINE));
  }

  @Override
  public CompletionStage<Void> closeSession() {
    return Stages.ofVoid(session::shutdown);
  }

  @Override
  public CompletionStage<Void> kill() {
    return Stages.ofVoid(session::kill);
  }

  @Override
  public CompletionStage<Termination> terminated() {
    return new CallQueue(calls)
        .call(
            new CallQueue.Operation<>() {
              @Override
              public @Nullable Termination attempt() {
                org.muxado.engine.Termination ended = session.termination();
                return ended == null ? null : Translation.termination(ended);
              }

              @Override
              public Termination complete() throws IOException {
                return Translation.termination(session.awaitTermination());
              }
            });
  }

  /**
   * A write that waits for room may have room by now, and its thread not know it yet: here it is
   * done as far as it goes, so that each write is queued or finds no room.
   */
  @Override
  public CompletionStage<Void> quiesce() {
    streams.forEach(BundledStream::advanceWrites);
    return Stages.done();
  }

  @Override
  public void close() {
    session.kill();
    calls.close();
  }
}
