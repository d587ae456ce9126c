package org.muxado.vectors;

/** How much the failure of a vector or conversation weighs. */
public enum Level {
  /** A failure is FAIL. */
  MUST,
  /** A failure is NON_STRICT. */
  SHOULD
}
