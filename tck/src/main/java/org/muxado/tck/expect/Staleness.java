package org.muxado.tck.expect;

/** Why an entry of a file of expected failures is no longer right. */
public enum Staleness {
  /** The failure did not show. */
  UNEXPECTED_PASS,
  /** The failure showed at another step. */
  MOVED,
  /** No case has this name. */
  NO_SUCH_CASE,
  /** Its day has passed. */
  EXPIRED
}
