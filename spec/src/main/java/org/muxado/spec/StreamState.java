package org.muxado.spec;

/** The states of a stream as one endpoint sees it (section 9.1). */
public enum StreamState implements Labelled {
  IDLE,
  SKIPPED,
  OPEN,
  HALF_CLOSED_LOCAL,
  HALF_CLOSED_REMOTE,
  CLOSED_BOTH_FINS,
  CLOSED_RESET_SENT,
  CLOSED_RESET_RECEIVED,
  CLOSED_LEFT_OUT;

  /** Returns whether at least one direction still carries DATA. */
  public boolean isLive() {
    return this == OPEN || this == HALF_CLOSED_LOCAL || this == HALF_CLOSED_REMOTE;
  }

  /** Returns whether this is one of the four closed states. */
  public boolean isClosed() {
    return !isLive() && this != IDLE && this != SKIPPED;
  }
}
