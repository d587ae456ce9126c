package org.muxado.engine;

/** How far a drain has come (GOAWAY-26, GOAWAY-27). Not thread-safe. */
final class Drain {

  private enum Phase {
    NOT_ASKED,
    /** The first GOAWAY is queued. */
    ANNOUNCED,
    /** The second GOAWAY is queued; streams go on to their ends. */
    EMPTYING,
    DONE
  }

  private final Deadline deadline = new Deadline();
  private Phase phase = Phase.NOT_ASKED;
  private long echoesNeeded;

  /** Starts; returns false if it was started before. */
  boolean start(long echoesNeeded, long deadlineNanos) {
    if (phase != Phase.NOT_ASKED) {
      return false;
    }
    phase = Phase.ANNOUNCED;
    this.echoesNeeded = echoesNeeded;
    deadline.set(deadlineNanos);
    return true;
  }

  /** Whether the second GOAWAY is due: after an echo, or the delay where no heartbeat can tell. */
  boolean takeSecond(long echoes, boolean heartbeatsRun, long nowNanos) {
    boolean delayIsOver = !heartbeatsRun && deadline.isDue(nowNanos);
    if (phase != Phase.ANNOUNCED || !(echoes >= echoesNeeded || delayIsOver)) {
      return false;
    }
    phase = Phase.EMPTYING;
    return true;
  }

  /** Whether the drain has just ended; true once. */
  boolean takeDone(boolean quiet) {
    if (phase != Phase.EMPTYING || !quiet) {
      return false;
    }
    phase = Phase.DONE;
    return true;
  }

  long nanosLeft(long nowNanos) {
    return phase == Phase.ANNOUNCED ? deadline.nanosLeft(nowNanos) : Long.MAX_VALUE;
  }
}
