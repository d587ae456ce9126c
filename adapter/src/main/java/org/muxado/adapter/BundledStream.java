package org.muxado.adapter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.muxado.session.MuxadoException;
import org.muxado.session.Stream;
import org.muxado.tck.spi.Outcome;
import org.muxado.tck.spi.PeerFailure;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.ReadResult;

/** A stream of the library. Thread-safe; reads are done in order, and so are writes. */
final class BundledStream implements PeerStream {

  private final Stream stream;
  private final BlockingCalls calls;
  private final CallQueue reads;
  private final CallQueue writes;

  BundledStream(Stream stream, BlockingCalls calls) {
    this.stream = stream;
    this.calls = calls;
    reads = new CallQueue(calls);
    writes = new CallQueue(calls);
  }

  /** The library's stream. */
  Stream stream() {
    return stream;
  }

  @Override
  public int id() {
    return stream.id();
  }

  @Override
  public int type() {
    return stream.type();
  }

  @Override
  public int priority() {
    return stream.priority();
  }

  @Override
  public CompletionStage<Void> write(byte[] octets, boolean fin) {
    return writes.call(new Write(ByteBuffer.wrap(octets), fin)).thenAccept(whole -> {});
  }

  /** Queues what the library takes of the writes that are still running. */
  void advanceWrites() {
    writes.advance();
  }

  /** Its attempts may run beside its completion. */
  private final class Write implements CallQueue.Operation<Boolean> {

    private final ByteBuffer source;
    private final boolean fin;
    private boolean done;

    Write(ByteBuffer source, boolean fin) {
      this.source = source;
      this.fin = fin;
    }

    @Override
    public synchronized @Nullable Boolean attempt() throws IOException {
      if (!done) {
        done = take();
      }
      return done ? true : null;
    }

    @Override
    public Boolean complete() throws IOException {
      while (attempt() == null) {
        stream.awaitWritable();
      }
      return true;
    }

    /** Returns whether the library has taken everything. */
    private boolean take() throws IOException {
      boolean bare = fin && !source.hasRemaining();
      if (!bare) {
        stream.tryWrite(source);
      }
      if (fin && !source.hasRemaining()) {
        stream.shutdownOutput();
      }
      return !source.hasRemaining();
    }
  }

  @Override
  public CompletionStage<ReadResult> read(int max) {
    return reads.call(new Read(ByteBuffer.allocate(max)));
  }

  private final class Read implements CallQueue.Operation<ReadResult> {

    private final ByteBuffer target;

    Read(ByteBuffer target) {
      this.target = target;
    }

    @Override
    public @Nullable ReadResult attempt() throws IOException {
      try {
        int count = stream.tryRead(target);
        return count == 0 ? null : result(count);
      } catch (MuxadoException e) {
        return failed(e);
      }
    }

    @Override
    public ReadResult complete() throws IOException {
      try {
        return result(stream.read(target));
      } catch (MuxadoException e) {
        return failed(e);
      }
    }

    private ReadResult result(int count) {
      if (count < 0) {
        return new ReadResult.EndOfStream();
      }
      byte[] octets = new byte[count];
      target.flip().get(octets);
      return new ReadResult.Octets(octets);
    }

    private static ReadResult failed(MuxadoException cause) {
      return new ReadResult.Failed((PeerFailure) Translation.failure(cause));
    }
  }

  @Override
  public CompletionStage<Void> shutdownInput() {
    return Stages.ofVoid(stream::shutdownInput);
  }

  @Override
  public CompletionStage<Void> reset(int code) {
    return Stages.ofVoid(() -> stream.reset(code));
  }

  @Override
  public CompletionStage<Void> close() {
    return Stages.ofVoid(stream::close);
  }

  @Override
  public CompletionStage<Void> setPriority(int priority) {
    return Stages.ofVoid(() -> stream.setPriority(priority));
  }

  @Override
  public CompletionStage<Outcome> outcome() {
    return new CallQueue(calls)
        .call(
            new CallQueue.Operation<>() {
              @Override
              public @Nullable Outcome attempt() {
                org.muxado.engine.Outcome ended = stream.outcome();
                return ended == null ? null : Translation.outcome(ended);
              }

              @Override
              public Outcome complete() throws IOException {
                return Translation.outcome(stream.awaitOutcome());
              }
            });
  }
}
