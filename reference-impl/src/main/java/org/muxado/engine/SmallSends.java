package org.muxado.engine;

import org.muxado.schedule.Schedule;

/**
 * Lets streams take their turns, and holds small DATA back for a moment while the window is tiny: a
 * peer that grants octet by octet would have each frame carry one (FLOW-12, FLOW-13). Not
 * thread-safe.
 */
final class SmallSends {

  /** A window of this many octets is used at once, however much is queued. */
  static final int ENOUGH_BYTES = 1_024;

  /** How long DATA is held back. */
  static final long HOLD_NANOS = 100_000_000L;

  private final Schedule<EngineStream> schedule;
  private final TimedStreams held = new TimedStreams(HOLD_NANOS);
  private long nowNanos;

  SmallSends(Schedule<EngineStream> schedule, long nowNanos) {
    this.schedule = schedule;
    this.nowNanos = nowNanos;
  }

  /** Notes the time. Calls that come without one count from the last: so they hold back less. */
  void now(long nanos) {
    nowNanos = nanos;
  }

  /** Lets the stream take its turn if it has something to send and may, now or in a moment. */
  void offer(EngineStream stream) {
    if (!stream.canSend()) {
      return;
    }
    if (stream.sendsTooLittle() && !stream.turn.isWaiting()) {
      held.add(stream, nowNanos);
    } else {
      held.remove(stream);
      schedule.add(stream.turn);
    }
  }

  /** The stream has sent: it goes behind its equals, is held back, or leaves. */
  void sent(EngineStream stream) {
    if (stream.canSend() && !stream.sendsTooLittle()) {
      schedule.rotate();
    } else {
      schedule.remove(stream.turn);
      offer(stream);
    }
  }

  /** The stream sends nothing any more. */
  void remove(EngineStream stream) {
    schedule.remove(stream.turn);
    held.remove(stream);
  }

  /** Lets those send that were held back for as long as may be (FLOW-13). */
  void tick(long nanos) {
    nowNanos = nanos;
    for (EngineStream due = held.poll(nanos); due != null; due = held.poll(nanos)) {
      schedule.add(due.turn);
    }
  }

  long nanosLeft(long nanos) {
    return held.nanosLeft(nanos);
  }
}
