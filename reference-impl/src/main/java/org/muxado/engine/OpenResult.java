package org.muxado.engine;

/** What came of opening a stream. */
public sealed interface OpenResult {

  /**
   * The stream may be used; its SYN is queued.
   *
   * @param stream the new stream
   */
  record Opened(EngineStream stream) implements OpenResult {}

  /**
   * As many own streams live as {@link EngineSettings#maxOwnStreams} allows; no id was taken.
   * {@link Event.Openable} follows when one of them ends.
   */
  record Full() implements OpenResult {}

  /**
   * No stream was opened and no id was taken.
   *
   * @param reason why; its verdict is always NOT_PROCESSED
   */
  record Refused(Outcome reason) implements OpenResult {}
}
