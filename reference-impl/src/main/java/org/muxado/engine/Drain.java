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
  private final Heartbeats heartbeats;
  private final StreamTable streams;
  private final Queue<Event> events;
  private final Deadline delay = new Deadline();
  private Phase phase = Phase.NOT_ASKED;
  private long echoesNeeded;

  Drain(GoAways goAways, Heartbeats heartbeats, StreamTable streams, Queue<Event> events) {
    this.goAways = goAways;
    this.heartbeats = heartbeats;
    this.streams = streams;
    this.events = events;
  }

  /** Queues the first GOAWAY, and a heartbeat behind it; no effect the second time. */
  void start(long nowNanos, long delayNanos) {
    if (phase != Phase.NOT_ASKED) {
      return;
    }
    phase = Phase.ANNOUNCED;
    echoesNeeded = heartbeats.echoes() + (heartbeats.isUnanswered() ? 2 : 1);
    delay.set(nowNanos + delayNanos);
    goAways.announce(ErrorCode.NO_ERROR, "");
    heartbeats.hasten(nowNanos);
  }

  /** Takes the next steps that are due. */
  void settle(long nowNanos) {
    if (phase == Phase.ANNOUNCED && nothingIsInFlight(nowNanos)) {
      phase = Phase.EMPTYING;
      goAways.choose(ErrorCode.NO_ERROR);
      goAways.announce(ErrorCode.NO_ERROR, "");
    }
    if (phase == Phase.EMPTYING && streams.isQuiet()) {
      phase = Phase.DONE;
      events.add(new Event.Drained());
    }
  }

  /** An echo proves it; where none comes, the delay must do (GOAWAY-27). */
  private boolean nothingIsInFlight(long nowNanos) {
    return heartbeats.echoes() >= echoesNeeded || delay.isDue(nowNanos);
  }

  long nanosLeft(long nowNanos) {
    return phase == Phase.ANNOUNCED ? delay.nanosLeft(nowNanos) : Long.MAX_VALUE;
  }
}
