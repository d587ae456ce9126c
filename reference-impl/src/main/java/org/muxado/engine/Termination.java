package org.muxado.engine;

/**
 * How a session ended. Immutable.
 *
 * @param cause why
 * @param byPeer whether the peer caused it
 * @param code the error code of the GOAWAY that ended the session (0 to 2^32-1), or {@link
 *     Outcome#NO_CODE}
 * @param lastStreamId the last stream id of the GOAWAY received last, or -1 if none came
 * @param debug the debug text of the GOAWAY received last, as the peer sent it: it may hold
 *     anything, control characters too; empty if none came
 * @param message what happened, for people: fit for printing, the debug text included
 * @param unsentBytes how many octets that the application had written were still queued, and are
 *     lost: after a close, what its flush time was too short for. Octets that had left the queues
 *     are not among them, be they delivered or not: only an answer of the peer tells
 */
public record Termination(
    Cause cause,
    boolean byPeer,
    long code,
    int lastStreamId,
    String debug,
    String message,
    long unsentBytes) {

  /** An end that left nothing in the queues. */
  public Termination(
      Cause cause, boolean byPeer, long code, int lastStreamId, String debug, String message) {
    this(cause, byPeer, code, lastStreamId, debug, message, 0);
  }

  Termination withUnsent(long octets) {
    return new Termination(cause, byPeer, code, lastStreamId, debug, message, octets);
  }

  /** Why a session ended. */
  public enum Cause {
    /** Closed by an application, here or there. */
    CLOSED,
    /** A session error, found here or reported by the peer. */
    SESSION_ERROR,
    /** The transport ended, broke or stalled. */
    TRANSPORT,
    /** The heartbeat was not answered in time. */
    HEARTBEAT,
    /** Killed here. */
    KILLED
  }
}
