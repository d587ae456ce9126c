package org.muxado.engine;

import java.util.OptionalLong;

/**
 * When our heartbeats are due, and whether their echoes are right and in time (HB-8 to HB-19).
 * Knows no stream and no clock. Not thread-safe.
 */
final class Heartbeat {

  /** How long a heartbeat and its echo are, in octets. */
  static final int BYTES = 4;

  private final HeartbeatTiming timing;
  private final Deadline nextSend = new Deadline();
  private final Deadline echoExpected = new Deadline();
  private boolean unanswered;
  private int value;
  private long sentAtNanos;

  Heartbeat(HeartbeatTiming timing, long nowNanos) {
    this.timing = timing;
    nextSend.set(nowNanos + timing.intervalNanos());
    signOfLife(nowNanos);
  }

  /** A frame came: the peer lives (HB-18). */
  void signOfLife(long nowNanos) {
    echoExpected.set(nowNanos + timing.intervalNanos() + timing.toleranceNanos());
  }

  /** Whether a heartbeat is to be sent now: the interval is over and none is unanswered. */
  boolean isDue(long nowNanos) {
    return !unanswered && nextSend.isDue(nowNanos);
  }

  /** Sends at the next occasion, without waiting for the interval. */
  void hasten(long nowNanos) {
    nextSend.set(nowNanos);
  }

  /** Makes the next heartbeat; returns its value. */
  int send(long nowNanos) {
    unanswered = true;
    sentAtNanos = nowNanos;
    nextSend.set(nowNanos + timing.intervalNanos());
    return ++value;
  }

  boolean isUnanswered() {
    return unanswered;
  }

  /** The value that an echo must have now. */
  int value() {
    return value;
  }

  /** Takes an echo; returns the round trip in nanoseconds, or nothing if the echo is wrong. */
  OptionalLong echo(int echoed, long nowNanos) {
    if (!unanswered || echoed != value) {
      return OptionalLong.empty();
    }
    unanswered = false;
    return OptionalLong.of(nowNanos - sentAtNanos);
  }

  /** Whether the peer was silent for too long (HB-13). */
  boolean isMissing(long nowNanos) {
    return echoExpected.isDue(nowNanos);
  }

  long nanosLeft(long nowNanos) {
    long echo = echoExpected.nanosLeft(nowNanos);
    return unanswered ? echo : Math.min(echo, nextSend.nanosLeft(nowNanos));
  }
}
