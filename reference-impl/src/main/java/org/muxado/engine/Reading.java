package org.muxado.engine;

/** What the application may still read of a stream (section 9.5). */
enum Reading {
  /** Octets come, or came. */
  OPEN,
  /** The peer's FIN came: octets, then the end. */
  ENDED,
  /** The application shut the input down. */
  SHUT,
  /** The application closed or reset the stream, having read everything that came. */
  CLOSED,
  /** The application closed the stream, and octets were unread or came later (LIFE-40). */
  CLOSED_UNREAD;

  /** Whether what came may be read. */
  boolean isWanted() {
    return this == OPEN || this == ENDED;
  }

  /** Whether the application closed the stream. */
  boolean isClosed() {
    return this == CLOSED || this == CLOSED_UNREAD;
  }
}
