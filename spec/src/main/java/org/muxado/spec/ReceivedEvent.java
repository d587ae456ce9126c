package org.muxado.spec;

/** A frame that arrives on a stream, as far as the lifecycle tells frames apart (section 9.2). */
public enum ReceivedEvent implements Labelled {
  SYN,
  SYN_FIN,
  /** DATA with payload. */
  DATA,
  /** DATA with payload and FIN. */
  DATA_FIN,
  /** DATA of length 0. */
  EMPTY_DATA,
  /** DATA of length 0 with FIN. */
  EMPTY_DATA_FIN,
  RST,
  /** WNDINC with an increment of 1 or more. */
  WNDINC,
  /** WNDINC with an increment of 0. */
  WNDINC_ZERO,
  PRI
}
