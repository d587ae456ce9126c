package org.muxado.session;

import java.io.IOException;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;
import org.muxado.engine.Engine;
import org.muxado.transport.BlockingTransport;

/**
 * Writes a transport that blocks, on a thread of its own; other threads wake that one. Guarded by
 * the session lock.
 */
final class WriterOutput implements Output {

  private final SessionLock lock;
  private final Engine engine;
  private final OutputBatch batch;
  private final BlockingTransport transport;
  private final Condition work;
  private final Condition progress;
  private Writer writer = Writer.BUSY;
  private long steps;
  private boolean endDue;
  private @Nullable IOException failure;

  /** What the writer thread does. */
  private enum Writer {
    /** It writes, or looks for something to write. */
    BUSY,
    /** It waits for work. */
    IDLE,
    /** Nothing is to be written any more. */
    STOPPED
  }

  WriterOutput(SessionLock lock, Engine engine, OutputBatch batch, BlockingTransport transport) {
    this.lock = lock;
    this.engine = engine;
    this.batch = batch;
    this.transport = transport;
    work = lock.newCondition();
    progress = lock.newCondition();
  }

  @Override
  public boolean writeSome() {
    if (writer == Writer.IDLE && engine.wantsOutput()) {
      wake();
    }
    return false;
  }

  /**
   * Writes one batch or ends the output, on the writer thread; the lock is released meanwhile.
   *
   * @param writing called before a write: its time runs from now on, and nobody else may come by to
   *     see to that (LIMIT-5)
   * @return whether anything was done
   */
  boolean step(Runnable writing) {
    if (failure != null) {
      return false;
    }
    if (batch.ready()) {
      batch.started();
      writing.run();
      outside(() -> transport.write(batch.buffer()));
      return true;
    }
    boolean end = endDue;
    endDue = false;
    if (end) {
      outside(transport::endOutput);
    }
    return end;
  }

  /** A call of the transport. */
  private interface TransportCall {
    void run() throws IOException;
  }

  private void outside(TransportCall call) {
    int octets = batch.buffer().remaining();
    IOException broken = null;
    lock.release();
    try {
      call.run();
    } catch (IOException e) {
      broken = e;
    } finally {
      lock.acquire();
    }
    if (broken != null) {
      failure = broken;
      batch.failed(Failures.reason(broken));
    } else if (octets > 0) {
      batch.written(octets);
    }
    steps++;
    progress.signalAll();
  }

  /** Whether {@link #step} has something to do; fills an empty batch. */
  private boolean findWork() {
    return endDue || batch.ready();
  }

  /** Waits for work, on the writer thread; until then nothing may be left for after the lock. */
  void awaitWork() {
    if (writer == Writer.BUSY) {
      writer = Writer.IDLE;
    }
    while (writer == Writer.IDLE && !findWork()) {
      work.awaitUninterruptibly();
    }
    if (writer == Writer.IDLE) {
      writer = Writer.BUSY;
    }
  }

  /**
   * Waits a moment, or until the transport took something or is dropped.
   *
   * @return how much of the moment is left, in nanoseconds
   */
  long pause(long nanos) {
    long before = steps;
    long left = nanos;
    try {
      while (left > 0 && steps == before && !stopped()) {
        left = progress.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      // Nobody interrupts session threads; if somebody does, the pause is over early.
    }
    return left;
  }

  boolean stopped() {
    return writer == Writer.STOPPED;
  }

  @Override
  public void endOutput() {
    endDue = true;
    wake();
  }

  @Override
  public void resume() {
    // Nothing is ever left over: the writer waits until all is written.
  }

  @Override
  public long catchUp(long nanos) {
    return failure == null ? pause(nanos) : nanos;
  }

  @Override
  public @Nullable IOException failure() {
    return failure;
  }

  @Override
  public void stop() {
    writer = Writer.STOPPED;
    wake();
    progress.signalAll();
  }

  private void wake() {
    work.signal();
  }
}
