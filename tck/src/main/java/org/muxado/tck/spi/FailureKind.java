package org.muxado.tck.spi;

/** Why an operation failed, in the terms of the specification. */
public enum FailureKind {
  /** The peer reset the stream. */
  RESET_BY_PEER,
  /** This side reset the stream: its application did, or the peer broke a rule of the stream. */
  RESET_HERE,
  /** The application used a direction that it had finished or closed itself. */
  CLOSED_HERE,
  /** A GOAWAY left the stream out, or opening was refused because of one. */
  GONE_AWAY,
  /** The session ended: closed, killed, broken, timed out, or by a session error. */
  SESSION_ENDED,
  /** All stream ids of this side are used up. */
  IDS_EXHAUSTED,
  /** The call itself was wrong (a code out of range, a priority below 0). */
  INVALID_CALL,
  /** Something else; the message says what. */
  OTHER
}
