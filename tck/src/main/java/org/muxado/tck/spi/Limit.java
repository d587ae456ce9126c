package org.muxado.tck.spi;

/**
 * What a session may be told to hold its peer, or itself, to (LIMIT-17, LIMIT-18). Those whose
 * names end in TIME are in milliseconds; the others are counts.
 */
public enum Limit {
  /**
   * How many streams of the peer may be open at once, those of extensions included, its heartbeat
   * stream not (LIMIT-1).
   */
  PEER_STREAMS,
  /**
   * How many streams the peer may reset, and how many RST it may draw, in one {@link #RESET_TIME};
   * refused streams not counted (LIMIT-2).
   */
  RESETS,
  /** Over what time resets are counted, from the first of them (LIMIT-2). */
  RESET_TIME,
  /**
   * How many frames other than DATA may wait to be written, those not counted that are part of a
   * write (LIMIT-4).
   */
  WAITING_FRAMES,
  /** How long a write may make no progress (LIMIT-5). */
  WRITE_TIME,
  /** How many empty DATA without FIN may come in a row, over all streams (LIMIT-6). */
  EMPTY_DATA,
  /** By how many the WNDINC and PRI that come may exceed the octets of DATA sent (LIMIT-8). */
  UPDATES,
  /** How many GOAWAY may come (LIMIT-9). */
  GOAWAYS,
  /** How long a frame that has begun may take to come (LIMIT-11). */
  FRAME_TIME,
  /** How long a stream that the application has closed may wait for its peer (LIFE-43). */
  CLOSED_STREAM_TIME,
  /** How long after the first GOAWAY of a drain the second comes (GOAWAY-27). */
  DRAIN_TIME,
  /** How long a session that closes may go on sending queued DATA (END-2). */
  FLUSH_TIME,
  /**
   * How long it may then wait for the peer to end its side (END-5), and how long a half-written
   * frame may wait when the peer has ended its side first (END-9).
   */
  CLOSE_TIME
}
