package org.muxado.session;

import java.time.Duration;
import org.muxado.engine.Outcome;
import org.muxado.engine.Termination;

/**
 * Hears what happens in sessions; given in {@link SessionSettingsBuilder#observer}. A {@link
 * FrameObserver} hears of each frame, too.
 *
 * <p>Each session has a thread of its own to call its observer, one call after the other, in the
 * order in which things happened, with no lock held. So an observer of one session needs no lock of
 * its own; one that several sessions share does. An observer may call the session, but must not
 * wait: what happens meanwhile is kept for it, up to 65,536 calls, and left out beyond that. What
 * it throws is logged, the first time in each session, and harms nothing.
 */
public interface SessionObserver {

  /** A session started. The first call for a session. */
  default void sessionStarted(ObservedSession session) {}

  /** A session ended. All its streams were told as ended before; frames may still be told after. */
  default void sessionEnded(ObservedSession session, Termination termination) {}

  /**
   * This side opened a stream.
   *
   * @param streamId its id
   * @param streamType its type, an unsigned number in an int
   */
  default void streamOpened(ObservedSession session, int streamId, int streamType) {}

  /**
   * A stream of the peer was handed over: accepted, or given to an extension.
   *
   * @param streamId its id
   * @param streamType its type, an unsigned number in an int
   */
  default void streamAccepted(ObservedSession session, int streamId, int streamType) {}

  /** A stream that was opened or accepted ended; told once for each. */
  default void streamEnded(ObservedSession session, int streamId, Outcome outcome) {}

  /** The peer echoed a heartbeat of this side. */
  default void heartbeatEchoed(ObservedSession session, Duration roundTrip) {}

  /**
   * The observer was too slow: so many calls were left out here, none of {@link #sessionEnded}.
   *
   * @param calls how many, 1 or more
   */
  default void callsLeftOut(ObservedSession session, long calls) {}
}
