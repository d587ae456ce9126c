package org.muxado.spec;

/** How an endpoint reacts to a received frame. */
public sealed interface Reaction {

  /** The frame is no error; nothing has to be sent. */
  record Accepted(Effect effect) implements Reaction {}

  /** RST with this code is sent, and closes the stream. */
  record StreamError(ErrorCode code) implements Reaction {}

  /** GOAWAY with this code is sent, and the session ends. */
  record SessionError(ErrorCode code) implements Reaction {}

  /** RST with this code is sent on a stream that is skipped or closed already. */
  record ClosedReset(ErrorCode code) implements Reaction {}
}
