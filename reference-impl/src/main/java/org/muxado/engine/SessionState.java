package org.muxado.engine;

/** The states of a session (section 11.3). */
enum SessionState {
  /** Streams are opened and accepted. */
  RUNNING(true, true),
  /** Closing: queued DATA is sent, input still counts. */
  FLUSHING(true, true),
  /** A write failed: what arrived is still read, since it decides verdicts (RETRY-10). */
  OUTPUT_BROKEN(true, false),
  /** Every stream has ended; the last frames are written. */
  CLOSING(false, true),
  /** Like CLOSING, and the input has ended. */
  CLOSING_DEAF(false, true),
  /** The output has ended; input is thrown away until it ends (END-5). */
  LINGERING(false, false),
  /** The transport is gone. */
  DEAD(false, false);

  private final boolean reads;
  private final boolean writes;

  SessionState(boolean reads, boolean writes) {
    this.reads = reads;
    this.writes = writes;
  }

  /** Whether input has an effect. */
  boolean reads() {
    return reads;
  }

  /** Whether frames may be written. */
  boolean writes() {
    return writes;
  }
}
