package org.muxado.engine;

/** How a stream, one direction of it, an attempt to open one, or a call came to its end. */
public enum EndKind {
  /** Both directions ended with FIN. */
  FINISHED,
  /** The peer reset the stream. */
  RESET_BY_PEER,
  /** This side reset the stream: its application did, or the peer broke a rule of the stream. */
  RESET_HERE,
  /** The application used a direction that it had finished, shut down or closed itself. */
  CLOSED_HERE,
  /** A GOAWAY left the stream out, or opening was refused because of one. */
  GONE_AWAY,
  /** The session ended under the stream, or before it could be opened. */
  SESSION_ENDED,
  /** All stream ids of this side are used up. */
  IDS_EXHAUSTED,
  /** The time limit of a call was over; that call ended, and nothing else. */
  TIMED_OUT
}
