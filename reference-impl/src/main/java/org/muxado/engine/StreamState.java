package org.muxado.engine;

/** The states of a stream (section 9). */
enum StreamState {
  IDLE,
  /** Also what a closed stream becomes when it is forgotten: peers are answered alike. */
  SKIPPED,
  OPEN,
  HALF_CLOSED_LOCAL,
  HALF_CLOSED_REMOTE,
  CLOSED_BOTH_FINS,
  CLOSED_RESET_SENT,
  CLOSED_RESET_RECEIVED,
  CLOSED_LEFT_OUT;

  /** Whether octets may still come from the peer. */
  boolean canReceive() {
    return this == OPEN || this == HALF_CLOSED_LOCAL;
  }
}
