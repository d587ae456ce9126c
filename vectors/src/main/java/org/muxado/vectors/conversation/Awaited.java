package org.muxado.vectors.conversation;

import org.jspecify.annotations.Nullable;
import org.muxado.vectors.wire.Codes;

/** What an await step waits for. */
public sealed interface Awaited {

  /**
   * The application reads exactly these octets.
   *
   * @param by the most that one call asks for, in octets, or null for all that is missing
   * @param eof whether the end of the stream follows
   * @param fails the failure that follows, or null
   */
  record Read(
      String stream, Payload payload, @Nullable Integer by, boolean eof, @Nullable Failure fails)
      implements Awaited {}

  /**
   * A stream ends.
   *
   * @param opening the pending operation that opens the stream, or null if it is open; where that
   *     operation fails, its failure is judged in place of the outcome
   * @param inPeace whether both directions must have finished well; then {@code failure} is {@link
   *     Failure#ANY}
   */
  record StreamOutcome(String stream, @Nullable String opening, boolean inPeace, Failure failure)
      implements Awaited {}

  /**
   * The session ends. What is null or empty may be anything.
   *
   * @param debugContains a part of the debug text, or null
   */
  record Terminated(
      @Nullable Cause cause, @Nullable Boolean byPeer, Codes codes, @Nullable String debugContains)
      implements Awaited {

    /** Whether any end will do. */
    public boolean isAny() {
      return cause == null && byPeer == null && codes.codes().isEmpty() && debugContains == null;
    }
  }

  /**
   * A pending operation ends.
   *
   * @param fails how it must fail, or null if it must complete well
   */
  record Done(String pending, @Nullable Failure fails) implements Awaited {}

  /** A pending operation ends, well or not: both conform. */
  record Settled(String pending) implements Awaited {}

  /** The application is told this priority of a stream; asked once. */
  record StreamPriority(String stream, int priority) implements Awaited {}

  /** The wire is full: the implementation cannot write. */
  record WireFull() implements Awaited {}

  /** The implementation has read everything that the kit has sent. */
  record WireRead() implements Awaited {}

  /** The implementation has released the wire: it reads no more. */
  record WireReleased() implements Awaited {}

  /** The kit may send so many octets on a stream. */
  record Window(StreamRef stream, int atLeastOctets) implements Awaited {}

  /** Why a session ended; the names are those of the kit's interface. */
  enum Cause {
    CLOSED,
    SESSION_ERROR,
    TRANSPORT,
    HEARTBEAT,
    KILLED,
    UNKNOWN
  }
}
