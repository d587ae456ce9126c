package org.muxado.engine;

/** What can happen to a session as a whole. */
enum SessionInput {
  /** The application closes it. */
  CLOSE,
  /** Nothing is left to flush, or the time for it is over. */
  FLUSHED,
  /** A session error, or a heartbeat that was not answered. */
  ERROR,
  /** Everything was written. */
  WRITTEN,
  /** The input side of the transport ended in order, with frames half written. */
  INPUT_FINISHED,
  /** The input side of the transport ended. */
  INPUT_ENDED,
  /** A write failed. */
  WRITE_FAILED,
  /** Killed by the application, or a time limit is over. */
  GIVE_UP
}
