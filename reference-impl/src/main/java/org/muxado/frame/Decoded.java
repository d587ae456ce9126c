package org.muxado.frame;

/** What {@link FrameDecoder} found. Immutable. */
public sealed interface Decoded permits Frame, Decoded.GoAwayStarted, Decoded.Violation {

  /**
   * The fixed part of a GOAWAY came, on which the receiver acts at once (GOAWAY-3); the whole
   * {@link Frame.GoAway} follows when its debug text has come.
   *
   * @param lastStreamId 0 to 2^31-1
   * @param code the error code, unsigned
   */
  record GoAwayStarted(int lastStreamId, int code) implements Decoded {}

  /**
   * A frame that ends the session.
   *
   * @param code the error code of the session error
   * @param requirement the id of the rule that was broken
   * @param message what came, for people; names the stream and the values
   */
  record Violation(int code, String requirement, String message) implements Decoded {}
}
