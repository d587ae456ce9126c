package org.muxado.session;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muxado.engine.EngineStream;
import org.muxado.engine.Outcome;
import org.muxado.frame.ErrorCode;

/**
 * One multiplexed full-duplex byte stream (section "Stream lifecycle").
 *
 * <p>Thread-safe: input and output are independent, any thread may close or reset, and calls that
 * wait end then. Octets that several threads write at the same time may mix. An interrupt ends the
 * one call that waits, with {@link InterruptedIOException#bytesTransferred} set; the thread stays
 * interrupted and the stream usable.
 *
 * <p>A read or write that has a time limit and waits longer fails with {@link
 * CallTimeoutException}; the stream stays usable.
 */
public final class Stream implements Closeable {

  private final SessionCore core;
  private final EngineStream handle;
  private final ReadSide input;
  private final WriteSide output;
  private final WaitingThreads observers = new WaitingThreads();
  private @Nullable Object flightEvent;

  /** Made under the session lock. */
  Stream(SessionCore core, EngineStream handle) {
    this.core = core;
    this.handle = handle;
    input = new ReadSide(core, handle);
    output = new WriteSide(core, handle);
    handle.attach(this);
  }

  /** The stream to which the engine's one belongs. */
  static Stream of(EngineStream handle) {
    return (Stream) Objects.requireNonNull(handle.attachment());
  }

  /** Whether the stream has not ended. */
  boolean isLive() {
    return handle.outcome() == null;
  }

  /** What {@link FlightLog#streamBegan} gave. */
  @Nullable Object flightEvent() {
    return flightEvent;
  }

  void flightEvent(@Nullable Object begun) {
    flightEvent = begun;
  }

  long sentBytes() {
    return handle.sentBytes();
  }

  long receivedBytes() {
    return handle.receivedBytes();
  }

  WaitingThreads readers() {
    return input.readers();
  }

  WaitingThreads writers() {
    return output.writers();
  }

  WaitingThreads observers() {
    return observers;
  }

  /** The stream id. */
  public int id() {
    return handle.id();
  }

  /** The stream type, an unsigned number in an int. */
  public int type() {
    return handle.type();
  }

  /** Whether this side opened the stream. */
  public boolean own() {
    return handle.own();
  }

  /** The priority by which this side sends: the last one set here or by the peer. */
  public int priority() {
    core.lock();
    try {
      return handle.priority();
    } finally {
      core.unlock();
    }
  }

  /**
   * Changes the priority, from the next frame on, and tells the peer if it understands PRI. No
   * effect if the stream has ended.
   *
   * @param priority 0 to 2^31-1, larger is more urgent
   * @throws IllegalArgumentException if the priority is negative
   */
  public void setPriority(int priority) {
    core.lock();
    try {
      core.engine().setPriority(handle, priority);
    } finally {
      core.unlock();
    }
  }

  /**
   * Limits how long each read from now on waits; {@link TimeLimits#read} of the settings if not
   * set.
   *
   * @param timeLimit zero for as long as it takes
   * @throws IllegalArgumentException if it is negative
   */
  public void setReadTimeout(Duration timeLimit) {
    input.limit(timeLimit);
  }

  /**
   * Limits how long each write from now on waits, for window or for the transport; {@link
   * TimeLimits#write} of the settings if not set. Octets that were taken are sent, in whole frames.
   *
   * @param timeLimit zero for as long as it takes
   * @throws IllegalArgumentException if it is negative
   */
  public void setWriteTimeout(Duration timeLimit) {
    output.limit(timeLimit);
  }

  /**
   * Reads at least one octet into the buffer's room, waiting for it.
   *
   * @return how many octets were read, or -1 at the end of the peer's octets; 0 only if the buffer
   *     has no room
   * @throws CallTimeoutException if nothing comes within the time limit
   * @throws StreamClosedException if this side has shut the input down
   * @throws MuxadoException if the stream failed and what had come before was read
   * @throws InterruptedIOException if the thread is interrupted while it waits; nothing was read
   * @throws IllegalArgumentException if the buffer is read-only
   */
  public int read(ByteBuffer target) throws IOException {
    return input.read(target, true);
  }

  /**
   * Reads what is there, without waiting.
   *
   * @return as {@link #read(ByteBuffer)}, or 0 if nothing is there yet
   * @throws MuxadoException as {@link #read(ByteBuffer)}
   * @throws IllegalArgumentException if the buffer is read-only
   */
  public int tryRead(ByteBuffer target) throws IOException {
    return input.read(target, false);
  }

  /** How many octets can be read without waiting. */
  public int available() {
    return input.available();
  }

  /**
   * Writes all octets of the buffer: returns when the session has taken them, which may be before
   * the transport has.
   *
   * @throws CallTimeoutException if not all octets are taken within the time limit; {@link
   *     MuxadoException#bytesTransferred} and the buffer's position tell how many were, and those
   *     will be sent
   * @throws MuxadoException if the output failed or has ended; this too tells how many octets were
   *     taken
   * @throws InterruptedIOException if the thread is interrupted while it waits; the octets taken so
   *     far will be sent
   */
  public void write(ByteBuffer source) throws IOException {
    output.write(source, true, false);
  }

  /**
   * Writes all octets of the buffer and ends the output: FIN rides on the last of them.
   *
   * @throws MuxadoException as {@link #write(ByteBuffer)}
   * @throws InterruptedIOException as {@link #write(ByteBuffer)}; the output has not ended then
   */
  public void writeLast(ByteBuffer source) throws IOException {
    output.write(source, true, true);
  }

  /**
   * Writes as many octets as the session takes without waiting.
   *
   * @return how many octets were taken, 0 or more
   * @throws MuxadoException if the output failed or has ended
   */
  public int tryWrite(ByteBuffer source) throws IOException {
    return output.write(source, false, false);
  }

  /**
   * Waits until {@link #tryWrite} takes octets or fails, unless another thread comes first.
   *
   * @throws CallTimeoutException if that is not so within the time limit of writes
   * @throws InterruptedIOException if the thread is interrupted while it waits
   */
  public void awaitWritable() throws IOException {
    output.awaitWritable();
  }

  /**
   * Ends the output: FIN follows what was written. Does not wait. No effect if this side has ended
   * its output before.
   *
   * @throws MuxadoException if the output has failed
   */
  public void shutdownOutput() throws IOException {
    output.finish();
  }

  /**
   * Gives up reading: what came and what comes is discarded, and the peer may go on sending.
   * Reading fails then; if the peer had ended its output, it gives the end. The output goes on.
   */
  public void shutdownInput() {
    core.lock();
    try {
      core.engine().shutdownInput(handle);
    } finally {
      core.unlock();
    }
  }

  /**
   * Resets the stream: both directions end at once, and what is queued is dropped. No effect if it
   * has ended.
   *
   * @param code an error code of the protocol ({@link ErrorCode}), 0 to 7, except REFUSED_STREAM
   *     (6)
   * @throws IllegalArgumentException for any other code
   */
  public void reset(int code) {
    ErrorCode.requireForReset(handle.id(), code);
    core.change(() -> core.engine().reset(handle, code));
  }

  /**
   * Closes the stream: what was written is sent, then FIN; reading ends. A peer that still sends is
   * told to stop (RST CANCEL), and so is one that has not ended its side within {@link
   * SessionSettingsBuilder#closedStreamLimit}. Does not wait.
   */
  @Override
  public void close() {
    core.change(() -> core.engine().close(handle, core.now()));
  }

  /** How the stream ended, or null while it has not. */
  public @Nullable Outcome outcome() {
    core.lock();
    try {
      return handle.outcome();
    } finally {
      core.unlock();
    }
  }

  /**
   * Waits until the stream has ended.
   *
   * @throws InterruptedIOException if the thread is interrupted
   */
  public Outcome awaitOutcome() throws InterruptedIOException {
    core.lock();
    try {
      while (true) {
        int seen = observers.signals();
        Outcome outcome = handle.outcome();
        if (outcome != null) {
          return outcome;
        }
        core.awaitEnd(observers, seen);
      }
    } finally {
      core.unlock();
    }
  }

  /** The input as an {@code InputStream}; closing it shuts the input down. */
  public InputStream inputStream() {
    return new StreamInputStream(this);
  }

  /** The output as an {@code OutputStream}; closing it ends the output with FIN. */
  public OutputStream outputStream() {
    return new StreamOutputStream(this);
  }

  /**
   * The stream as a {@code ByteChannel}, for any number of threads. An interrupt or a time limit
   * ends the one call that waits, and the channel stays open. A write takes all octets of its
   * buffer. Closing the channel closes the stream.
   */
  public ByteChannel channel() {
    return new StreamChannel(this);
  }

  /** Reads one octet for a view, or -1. */
  int readOctet() throws IOException {
    return input.readOctet();
  }

  /** Writes one octet for a view. */
  void writeOctet(byte octet) throws IOException {
    output.writeOctet(octet);
  }

  @Override
  public String toString() {
    return "stream " + handle.id();
  }
}
