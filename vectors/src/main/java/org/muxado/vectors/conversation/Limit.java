package org.muxado.vectors.conversation;

import java.util.Locale;

/** The limits that a case may set, each named after the rule that allows it. */
public enum Limit {
  /** LIMIT-1. */
  PEER_STREAMS,
  /** LIMIT-2. */
  RESETS,
  /** LIMIT-2. */
  RESET_TIME,
  /** LIMIT-4. */
  WAITING_FRAMES,
  /** LIMIT-5. */
  WRITE_TIME,
  /** LIMIT-6. */
  EMPTY_DATA,
  /** LIMIT-8. */
  UPDATES,
  /** LIMIT-9. */
  GOAWAYS,
  /** LIMIT-11. */
  FRAME_TIME,
  /** LIFE-43. */
  CLOSED_STREAM_TIME,
  /** GOAWAY-27. */
  DRAIN_TIME,
  /** END-2. */
  FLUSH_TIME,
  /** END-5 and END-9. */
  CLOSE_TIME;

  /** The name in a file: {@code peer-streams}. */
  public String fieldName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
