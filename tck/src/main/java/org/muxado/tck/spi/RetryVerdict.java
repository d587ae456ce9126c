package org.muxado.tck.spi;

/**
 * Whether the work that an own stream carried may safely be done again (section "Retry verdict").
 */
public enum RetryVerdict {
  /** The peer's application never saw the stream. */
  NOT_PROCESSED,
  /** Nobody can tell. */
  UNKNOWN
}
