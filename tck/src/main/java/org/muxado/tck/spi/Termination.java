package org.muxado.tck.spi;

/**
 * How a session ended.
 *
 * @param cause why
 * @param byPeer whether the peer caused it (its GOAWAY with an error, its end of the transport);
 *     false where this side did
 * @param code the error code, or -1 where there is none
 * @param debug the peer's debug text as far as it came, or this side's own; may be empty
 */
public record Termination(Cause cause, boolean byPeer, int code, String debug) {

  /** Why a session ended. */
  public enum Cause {
    /** Closed or drained by an application, here or there. */
    CLOSED,
    /** A session error. */
    SESSION_ERROR,
    /** The transport ended or broke without a GOAWAY. */
    TRANSPORT,
    /** The heartbeat was not answered in time. */
    HEARTBEAT,
    /** Killed here. */
    KILLED,
    /** Where the implementation cannot tell. */
    UNKNOWN
  }
}
