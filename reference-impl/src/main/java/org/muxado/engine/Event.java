package org.muxado.engine;

import org.muxado.frame.FrameSummary;

/** What the engine has to tell the session. Immutable, except for the streams that it names. */
public sealed interface Event {

  /** A stream of the peer waits in the backlog: {@link Engine#accept} will give one. */
  record Acceptable() implements Event {}

  /**
   * The peer opened a stream of an extension type that the owner serves. It counts as handed over,
   * takes no place in the backlog, and is never given by {@link Engine#accept}.
   *
   * @param stream the new stream
   */
  record ExtensionOpened(EngineStream stream) implements Event {}

  /**
   * An own stream ended, and {@link EngineSettings#maxOwnStreams} limits them: {@link Engine#open}
   * may be tried again. Sent once for each that ended.
   */
  record Openable() implements Event {}

  /**
   * A read that found nothing may be tried again: octets, the end of input or a failure came. Sent
   * only after {@link Engine#read} has returned 0.
   *
   * @param stream the stream to read
   */
  record InputReady(EngineStream stream) implements Event {}

  /**
   * A write that could not take everything may be tried again: there is room, or a failure. Sent
   * only after {@link Engine#write} took less than it was given.
   *
   * @param stream the stream to write
   */
  record OutputReady(EngineStream stream) implements Event {}

  /**
   * A stream ended; {@link EngineStream#outcome} says how. Octets that came before may still be
   * readable. Sent once for each stream that was opened here or handed over.
   *
   * @param stream the stream
   * @param outcome how it ended
   */
  record StreamEnded(EngineStream stream, Outcome outcome) implements Event {}

  /**
   * The peer sent GOAWAY: no more streams can be opened.
   *
   * @param lastStreamId the last of this side's streams that the peer may process
   * @param code the error code (0 to 2^32-1)
   */
  record GoAwayReceived(int lastStreamId, long code) implements Event {}

  /**
   * The peer echoed our heartbeat.
   *
   * @param nanos the time from queueing the heartbeat to its echo, in nanoseconds
   */
  record HeartbeatRoundTrip(long nanos) implements Event {}

  /**
   * A frame came; what it brings about is told after it. Only with {@link
   * EngineSettings#tellFrames}.
   *
   * @param frame the frame
   */
  record FrameReceived(FrameSummary frame) implements Event {}

  /**
   * A frame was put into the output. Only with {@link EngineSettings#tellFrames}.
   *
   * @param frame the frame
   */
  record FrameSent(FrameSummary frame) implements Event {}

  /**
   * The drain is over: the second GOAWAY is queued, and all streams have ended but those in the
   * background. {@link Engine#closeSession} is what usually follows.
   */
  record Drained() implements Event {}

  /**
   * The session ended: every stream has its outcome, and nothing can be opened or accepted. What
   * {@link Engine#fill} still gives (a last GOAWAY) is to be written.
   *
   * @param termination how it ended
   */
  record SessionEnded(Termination termination) implements Event {}

  /**
   * Everything has been written: end the output side of the transport, and go on passing input to
   * {@link Engine#receive}, which throws it away.
   */
  record EndOutput() implements Event {}

  /** Drop the transport now: nothing more is to be written or read. */
  record DropTransport() implements Event {}
}
