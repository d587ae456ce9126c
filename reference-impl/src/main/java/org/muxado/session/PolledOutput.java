package org.muxado.session;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.muxado.transport.PolledTransport;

/**
 * Writes a transport that never waits: whoever has something to send writes it, for everybody; what
 * the transport does not take is finished by whoever reads it. Guarded by the session lock.
 */
final class PolledOutput implements Output {

  private final SessionLock lock;
  private final OutputBatch batch;
  private final PolledTransport transport;
  private State state = State.IDLE;
  private @Nullable IOException failure;
  private @Nullable InputRole input;

  private enum State {
    /** Nobody writes, and the batch is empty. */
    IDLE,
    /** One thread is inside the transport's write, with the lock released. */
    WRITING,
    /** The transport did not take all, or has not passed it on: the reader goes on with it. */
    STALLED,
    /** Nothing is to be written any more. */
    OVER
  }

  PolledOutput(SessionLock lock, OutputBatch batch, PolledTransport transport) {
    this.lock = lock;
    this.batch = batch;
    this.transport = transport;
  }

  /** Names who is told that something is left over. */
  void input(InputRole role) {
    input = role;
  }

  @Override
  public boolean writeSome() {
    if (state != State.IDLE || !batch.ready()) {
      return false;
    }
    state = State.WRITING;
    batch.started();
    write();
    return state == State.IDLE;
  }

  private void write() {
    int octets = 0;
    IOException broken = null;
    lock.release();
    try {
      octets = transport.write(batch.buffer());
    } catch (IOException e) {
      broken = e;
    } finally {
      lock.acquire();
    }
    if (broken == null) {
      wrote(octets);
    } else {
      fail(broken);
    }
  }

  private void wrote(int octets) {
    batch.written(octets);
    if (state == State.OVER) {
      return;
    }
    state = State.IDLE;
    if (batch.buffer().hasRemaining() || !transport.flushed()) {
      state = State.STALLED;
      tellReader();
    }
  }

  /** The transport's output has failed outside a write; one that goes on finds that itself. */
  void broke(IOException thrown) {
    if (state == State.STALLED || state == State.IDLE) {
      fail(thrown);
    }
  }

  private void fail(IOException thrown) {
    state = State.OVER;
    failure = thrown;
    batch.failed(Failures.reason(thrown));
    tellReader();
  }

  private void tellReader() {
    if (input != null) {
      input.outputLeft();
    }
  }

  /** Whether nothing more is to be written, after the engine was asked. */
  boolean settled() {
    return state == State.IDLE || state == State.OVER;
  }

  /** Whether the reader is to wait until the transport takes more. */
  boolean stalled() {
    return state == State.STALLED;
  }

  @Override
  public void endOutput() {
    lock.after().call(this::endTransportOutput);
  }

  private void endTransportOutput() {
    try {
      transport.endOutput();
    } catch (IOException e) {
      if (input != null) {
        input.outputBroke(e); // reading need not meet it
      }
    }
  }

  @Override
  public void resume() {
    if (state == State.STALLED && (batch.buffer().hasRemaining() || transport.flushed())) {
      state = State.IDLE;
    }
  }

  @Override
  public long catchUp(long nanos) {
    // Settling has written what the transport takes; waiting for more would stop the reading.
    return nanos;
  }

  @Override
  public @Nullable IOException failure() {
    return failure;
  }

  @Override
  public void stop() {
    state = State.OVER;
    failure = new IOException("the transport was dropped");
  }
}
