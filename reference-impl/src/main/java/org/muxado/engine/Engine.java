package org.muxado.engine;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.muxado.frame.Decoded;
import org.muxado.frame.Decoded.Violation;
import org.muxado.frame.ErrorCode;
import org.muxado.frame.Frame;

/**
 * The protocol of one session without I/O: octets and calls go in, octets and events come out. It
 * starts no thread, reads no clock and calls nobody but its {@link EngineExtension}s. Not
 * thread-safe: one lock of the owner guards it with all its streams.
 *
 * <p>After each call the owner takes the {@linkplain #pollEvent events}, and writes what {@link
 * #fill} gives while {@link #wantsOutput}. Around each write to the transport it calls {@link
 * #writeStarted} and then {@link #written} or {@link #writeFailed}: the retry verdicts depend on
 * these. Times are nanoseconds on one clock with any origin that never runs backwards.
 */
public final class Engine {

  /** What {@link #read} gives at the end of the peer's octets. */
  public static final int EOF = -1;

  /** What {@link #read} and {@link #write} give when that direction has failed or was closed. */
  public static final int FAILED = -2;

  /** The least room that {@link #fill} needs to make progress, in octets: one full frame. */
  public static final int MIN_BATCH_BYTES = 8 + 16_383;

  private final EngineSettings settings;
  private final EngineParts parts;
  private long nowNanos;

  /**
   * Starts a session; the SYNs that extensions send at once are queued, the heartbeat's first.
   *
   * @throws IllegalArgumentException if the first stream id does not suit the role
   */
  public Engine(Role role, EngineSettings settings, long nowNanos) {
    this.settings = settings;
    this.nowNanos = nowNanos;
    parts = new EngineParts(role, settings, nowNanos);
    parts.extensions.started(nowNanos);
  }

  /**
   * Takes input; the buffer may be reused at once. Usually everything is consumed. It stops early
   * when half of {@link Limits#maxQueuedAnswers} frames wait to be written, so that the owner can
   * write them: call again, after writing what can be written without waiting, until nothing
   * remains. Each call consumes something; beyond the limit itself the session ends.
   */
  public void receive(ByteBuffer input, long nowNanos) {
    this.nowNanos = nowNanos;
    parts.smallSends.now(nowNanos);
    boolean more = true;
    while (more && parts.ending.state().reads()) {
      Decoded found = parts.decoder.next(input);
      more = found != null && take(found);
    }
    parts.budget.frameBegun(parts.decoder.isInsideFrame(), nowNanos);
    if (!parts.ending.state().reads()) {
      input.position(input.limit());
    }
    settle();
  }

  /**
   * The peer ended its output in order; all input that had arrived was passed before. Ends the
   * session; what a write has begun is still finished, for a bounded time, as the peer may read on.
   *
   * @param reason what happened, for people
   */
  public void inputFinished(String reason, long nowNanos) {
    takeEnd(nowNanos);
    parts.ending.inputFinished(reason, nowNanos);
    settle();
  }

  /**
   * The transport's input broke; all input that had arrived was passed before. Ends the session at
   * once.
   *
   * @param reason what happened, for people; told in place of the reason of a failed write
   */
  public void inputEnded(String reason, long nowNanos) {
    takeEnd(nowNanos);
    parts.ending.inputEnded(reason);
  }

  private void takeEnd(long nowNanos) {
    this.nowNanos = nowNanos;
    Frame.GoAway cutShort = parts.decoder.end();
    if (cutShort != null) {
      parts.inbound.debugText(cutShort);
    }
  }

  /**
   * Opens a stream: takes the next id and queues the SYN; or says that it cannot, for now or for
   * good.
   *
   * @param priority 0 to 2^31-1, larger is more urgent
   * @param type the stream type, an unsigned number in an int; below 0xFFFFFEFF, or registered in
   *     {@link EngineSettings#extensions}
   * @param fin whether the SYN carries FIN, so that this side only reads
   * @throws IllegalArgumentException if the priority is negative or the type is that of heartbeats
   *     or of an extension that is not registered (EXT-2)
   */
  public OpenResult open(int priority, int type, boolean fin) {
    return parts.opening.open(priority, type, fin, parts.ending);
  }

  /**
   * Hands over the stream that has waited longest in the backlog.
   *
   * @return the stream, or null if none waits
   */
  public @Nullable EngineStream accept() {
    if (parts.ending.state() != SessionState.RUNNING || parts.ends.backlog().isEmpty()) {
      return null;
    }
    EngineStream stream = parts.ends.backlog().iterator().next();
    parts.ends.backlog().remove(stream);
    parts.syns.handOver(stream);
    return stream;
  }

  /**
   * Takes octets to send, as many as the stream's queue has room for; none once a write to the
   * transport has failed, until the session has ended and the stream has its outcome.
   *
   * @return how many octets were taken, 0 or more, or {@link #FAILED}: {@link #outputFailure} says
   *     why. When fewer than given are taken, {@link Event.OutputReady} follows once there is room
   *     or a failure
   */
  public int write(EngineStream stream, ByteBuffer source) {
    return parts.calls.write(stream, source, parts.ending.state());
  }

  /**
   * Asks for room to write; {@link Event.OutputReady} follows if there is none now.
   *
   * @return whether {@link #write} would take octets or fail, without waiting
   */
  public boolean requestRoom(EngineStream stream) {
    return parts.calls.requestRoom(stream, parts.ending.state());
  }

  /** Why {@link #write} gives {@link #FAILED}, or null while it does not. */
  public @Nullable Outcome outputFailure(EngineStream stream) {
    return parts.calls.outputFailure(stream, parts.ending.state());
  }

  /**
   * Ends the output: FIN follows what is queued.
   *
   * @return whether FIN was queued now; false if the output had ended or failed before: {@link
   *     #outputFailure} says which
   */
  public boolean finish(EngineStream stream) {
    return parts.calls.finish(stream, parts.ending.state());
  }

  /**
   * Gives octets that came.
   *
   * @param target has room for at least one octet
   * @return how many octets were put, or 0 if none are there yet ({@link Event.InputReady}
   *     follows), or {@link #EOF}, or {@link #FAILED}: {@link EngineStream#inputFailure} says why
   */
  public int read(EngineStream stream, ByteBuffer target) {
    return parts.calls.read(stream, target);
  }

  /**
   * Gives up reading: what came and what comes is discarded, and counts as consumed. Reading fails
   * then; if the peer's FIN had come, it gives the end.
   */
  public void shutdownInput(EngineStream stream) {
    parts.calls.shutdownInput(stream);
  }

  /**
   * Resets the stream. No effect if it has ended.
   *
   * @param code an error code of the protocol, 0 to 7
   * @throws IllegalArgumentException for any other code and for REFUSED_STREAM
   */
  public void reset(EngineStream stream, int code) {
    parts.calls.reset(stream, code);
    settle();
  }

  /**
   * Closes the stream: what is queued is sent, then FIN; reading ends. Where octets were unread or
   * still come and the peer has not ended its output, RST CANCEL follows the FIN; and so it does if
   * all this is not over within {@link EngineSettings#closedStreamNanos}.
   */
  public void close(EngineStream stream, long nowNanos) {
    this.nowNanos = nowNanos;
    parts.calls.close(stream);
    parts.ends.closedHere(stream, nowNanos);
    settle();
  }

  /**
   * Changes the priority; tells the peer if it understands PRI. No effect if the stream has ended.
   *
   * @throws IllegalArgumentException if the priority is negative
   */
  public void setPriority(EngineStream stream, int priority) {
    parts.calls.setPriority(stream, priority);
  }

  /**
   * Tells the peer that streams not yet handed over will not be processed; the session goes on. No
   * effect if it has ended.
   *
   * @param code an error code of the protocol, 0 to 7
   * @param debug text for people, cut to what fits
   * @throws IllegalArgumentException for any other code
   */
  public void goAway(int code, ByteBuffer debug) {
    ErrorCode.requireForGoAway(code);
    if (parts.ending.state() == SessionState.RUNNING) {
      parts.goAways.choose(code);
      parts.goAways.announce(code, debug);
    }
  }

  /**
   * Starts a drain: a first GOAWAY that leaves no stream out, and the true one when nothing can be
   * in flight any more. {@link Event.Drained} tells the end. No effect the second time.
   */
  public void drain(long nowNanos) {
    this.nowNanos = nowNanos;
    if (parts.ending.state() == SessionState.RUNNING) {
      parts.drain.start(nowNanos, settings.drainNanos());
    }
    settle();
  }

  /**
   * Closes the session: nothing more is handed over or opened, queued DATA is sent for a bounded
   * time, then GOAWAY. Calls on streams fail from now on, except reading what has come. No effect
   * if the session is closing.
   */
  public void closeSession(long nowNanos) {
    this.nowNanos = nowNanos;
    parts.ending.close(nowNanos);
    settle();
  }

  /** Ends the session at once; nothing more is written. */
  public void kill() {
    parts.ending.kill();
  }

  /** Lets timers run. */
  public void tick(long nowNanos) {
    this.nowNanos = nowNanos;
    if (parts.ending.state() == SessionState.RUNNING) {
      parts.extensions.tick(parts.ending, nowNanos);
    }
    Violation unfinished = parts.budget.tick(nowNanos);
    if (parts.ending.state() == SessionState.RUNNING && unfinished != null) {
      parts.ending.error(unfinished, nowNanos);
    }
    parts.smallSends.tick(nowNanos);
    parts.ends.tick(nowNanos);
    parts.ending.tick(nowNanos);
    settle();
  }

  /**
   * How long until {@link #tick} has something to do: 0 if it is due, {@link Long#MAX_VALUE} if no
   * timer runs.
   */
  public long nanosToNextDeadline(long nowNanos) {
    long held = parts.smallSends.nanosLeft(nowNanos);
    long ends = Math.min(held, parts.ending.nanosLeft(nowNanos));
    if (parts.ending.state() != SessionState.RUNNING) {
      return ends;
    }
    long beats = Math.min(parts.extensions.nanosLeft(nowNanos), parts.drain.nanosLeft(nowNanos));
    long peer = Math.min(parts.budget.nanosLeft(nowNanos), parts.ends.nanosLeft(nowNanos));
    return Math.min(Math.min(ends, beats), peer);
  }

  /**
   * Whether {@link #fill} would put something into an empty batch, once what it gave before is
   * written.
   */
  public boolean wantsOutput() {
    return parts.ending.state().writes() && parts.sender.findFrame();
  }

  /**
   * Puts whole frames into the batch, the most urgent first, as long as they fit; they are
   * committed: they must be written, in this order, unless {@link Event.DropTransport} comes. Gives
   * DATA only while fewer than 65,536 octets that it gave before are unwritten.
   *
   * @param batch has room for {@link #MIN_BATCH_BYTES} octets, or whatever is left behind earlier
   *     frames
   * @return how many octets were put
   */
  public int fill(ByteBuffer batch, long nowNanos) {
    this.nowNanos = nowNanos;
    int start = batch.position();
    if (parts.ending.state().writes()) {
      parts.sender.fill(batch, nowNanos);
      parts.extensions.outputTaken();
    }
    return batch.position() - start;
  }

  /**
   * A write to the transport begins. Until it returns, all its octets count as possibly written.
   *
   * @param octets how many octets the write holds, all given by {@link #fill} and not written
   *     before
   */
  public void writeStarted(int octets, long nowNanos) {
    parts.output.writeStarted(octets);
    parts.ending.writeStarted(octets, nowNanos);
  }

  /**
   * The write returned, having written this many octets and nothing beyond them.
   *
   * @param octets 0 or more
   */
  public void written(int octets, long nowNanos) {
    this.nowNanos = nowNanos;
    parts.smallSends.now(nowNanos);
    boolean leftOver = parts.output.written(octets);
    if (octets > 0) {
      parts.ending.writeProgressed(leftOver, nowNanos);
    }
    settle();
  }

  /**
   * The write failed: all its octets count as written. No more output is given; pass the input that
   * has arrived, then call {@link #inputEnded}.
   *
   * @param reason what happened, for people
   */
  public void writeFailed(String reason, long nowNanos) {
    this.nowNanos = nowNanos;
    parts.ending.writeFailed(reason, nowNanos);
  }

  /** The next event, or null. */
  public @Nullable Event pollEvent() {
    return parts.events.poll();
  }

  /** How the session ended, or null while it has not. */
  public @Nullable Termination termination() {
    return parts.ending.termination();
  }

  /** How many streams of both sides live, those in the background not counted. */
  public int liveStreams() {
    return parts.streams.ownStreams() + parts.streams.peerStreams();
  }

  /** The debug text of the GOAWAY that came last, as far as it came; empty if there is none. */
  public String peerDebug() {
    return parts.goAwayState.receivedDebug();
  }

  private boolean take(Decoded found) {
    parts.budget.frameEnded();
    parts.frameEvents.received(parts.decoder.header(), found);
    Violation violation = parts.inbound.received(found, nowNanos);
    int answers = parts.control.answers();
    if (violation == null) {
      violation = parts.budget.queuedAnswers(answers);
    }
    if (violation != null) {
      parts.ending.error(violation, nowNanos);
    } else if (found instanceof Frame) {
      parts.extensions.frameReceived(nowNanos);
    }
    return answers < settings.limits().maxQueuedAnswers() / 2;
  }

  /** What follows from anything that may have changed. */
  private void settle() {
    if (parts.ending.state() == SessionState.RUNNING) {
      parts.drain.settle(nowNanos);
    }
    parts.ending.settle(nowNanos);
  }
}
