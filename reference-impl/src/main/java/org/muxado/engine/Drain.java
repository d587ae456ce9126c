package org.muxado.engine;

import java.util.Queue;
import org.muxado.frame.ErrorCode;

/**
 * Drains the session: a first GOAWAY that leaves nothing out, the true one when nothing can be in
 * flight any more, and word when all streams have ended (GOAWAY-26, GOAWAY-27). Not thread-safe.
 */
final class Drain {

  private enum Phase {
    NOT_ASKED,
    /** The first GOAWAY is queued. */
    ANNOUNCED,
    /** The second GOAWAY is queued; streams go on to their ends. */
    EMPTYING,
    DONE
  }

  private final GoAways goAways;
  private final ExtensionTable extensions;
  private final StreamTable streams;
  private final Queue<Event> events;
  private final Deadline delay = new Deadline();
  private Phase phase = Phase.NOT_ASKED;

  Drain(GoAways goAways, ExtensionTable extensions, StreamTable streams, Queue<Event> events) {
    this.goAways = goAways;
    this.extensions = extensions;
    this.streams = streams;
    this.events = events;
  }

  /** Queues the first GOAWAY; no effect the second time. */
  void start(long nowNanos, long delayNanos) {
    if (phase != Phase.NOT_ASKED) {
      return;
    }
    phase = Phase.ANNOUNCED;
    delay.set(nowNanos + delayNanos);
    goAways.announce(ErrorCode.NO_ERROR, "");
    extensions.draining(nowNanos);
  }

  /** Ends the delay: what was on its way when the drain began has come (GOAWAY-27). */
  void nothingIsInFlight() {
    delay.clear();
  }

  /** Takes the next steps that are due. */
  void settle(long nowNanos) {
    if (phase == Phase.ANNOUNCED && delayIsOver(nowNanos)) {
      phase = Phase.EMPTYING;
      goAways.choose(ErrorCode.NO_ERROR);
      goAways.announce(ErrorCode.NO_ERROR, "");
    }
    if (phase == Phase.EMPTYING && streams.isQuiet()) {
      phase = Phase.DONE;
      events.add(new Event.Drained());
    }
  }

  private boolean delayIsOver(long nowNanos) {
    return !delay.isSet() || delay.isDue(nowNanos);
  }

  long nanosLeft(long nowNanos) {
    return phase == Phase.ANNOUNCED ? delay.nanosLeft(nowNanos) : Long.MAX_VALUE;
  }
}
