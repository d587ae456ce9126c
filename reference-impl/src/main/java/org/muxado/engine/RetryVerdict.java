package org.muxado.engine;

/** Whether a failed own stream may be tried again (section "Retry verdict"). */
public enum RetryVerdict {
  /** The peer's application never saw the stream: it is safe to try again. */
  NOT_PROCESSED,
  /** Nobody can tell. */
  UNKNOWN
}
