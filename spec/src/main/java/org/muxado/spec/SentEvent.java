package org.muxado.spec;

/** A frame that an endpoint sends on a stream (section 9.3). */
public enum SentEvent implements Labelled {
  SEND_SYN,
  SEND_SYN_FIN,
  /** DATA with payload. */
  SEND_DATA,
  /** DATA of length 0. */
  SEND_EMPTY_DATA,
  /** DATA with payload and FIN. */
  SEND_DATA_FIN,
  /** DATA of length 0 with FIN. */
  SEND_EMPTY_DATA_FIN,
  SEND_RST,
  SEND_WNDINC,
  SEND_PRI
}
