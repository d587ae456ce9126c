package org.muxado.tck.wire;

/** Whether and how the implementation's output has ended. */
public enum WireEnd {
  /** It has not. */
  OPEN,
  /** The implementation ended its output. */
  ENDED,
  /** The implementation closed the whole wire. */
  CLOSED,
  /** The kit broke the wire. */
  BROKEN
}
