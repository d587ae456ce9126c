package org.muxado.engine;

/**
 * Finds out whether a window is too small for what the peer delivers. Not thread-safe.
 *
 * <p>A round begins when a WNDINC leaves. It is answered by the first octet that the peer could not
 * have sent without that WNDINC, so that the answer takes a round trip at least. The next WNDINC
 * that leaves then ends the round. The round is full if the peer had used up its window and nothing
 * came for a good part of the time to the answer.
 *
 * <p>An answer that waits in queues, behind the octets of other streams for instance, looks just
 * so. Therefore a window that holds several times what comes in the shortest round trip of the
 * session is never too small.
 */
final class DeliveryRounds {

  /** Of so many parts of the time to the answer, more than one must have been idle. */
  private static final int IDLE_PARTS = 4;

  /** How many times what comes in the shortest round trip a window may hold. */
  private static final int ROOM = 4;

  /** How many full rounds must come in a row: one alone may be an accident of scheduling. */
  private static final int FULL_ROUNDS = 2;

  private enum Phase {
    NOT_STARTED,
    UNANSWERED,
    ANSWERED,
    /** Answered after the peer had stopped for want of window. */
    ANSWERED_LATE
  }

  private final RoundTrip roundTrip;
  private Phase phase = Phase.NOT_STARTED;
  private long receivedBytes;
  private long startBytes;
  private long limitBytes;
  private long startNanos;
  private long lastNanos;
  private int fullRounds;

  DeliveryRounds(RoundTrip roundTrip) {
    this.roundTrip = roundTrip;
  }

  /** DATA came. */
  void received(int octets, long nowNanos) {
    if (phase == Phase.UNANSWERED && receivedBytes + octets > limitBytes) {
      answered(nowNanos);
    }
    receivedBytes += octets;
    lastNanos = nowNanos;
  }

  private void answered(long nowNanos) {
    long answerNanos = nowNanos - startNanos;
    long idleNanos = nowNanos - lastNanos;
    boolean stopped = receivedBytes == limitBytes && idleNanos * IDLE_PARTS > answerNanos;
    phase = stopped ? Phase.ANSWERED_LATE : Phase.ANSWERED;
    roundTrip.took(answerNanos);
  }

  /**
   * A WNDINC leaves.
   *
   * @param leftBytes how many octets the peer could have sent without it
   * @param windowBytes the size of the window
   * @return whether the window is too small
   */
  boolean updateSent(int leftBytes, int windowBytes, long nowNanos) {
    if (phase == Phase.UNANSWERED) {
      return false;
    }
    fullRounds = isFull(windowBytes, nowNanos) ? fullRounds + 1 : 0;
    start(leftBytes, nowNanos);
    boolean tooSmall = fullRounds == FULL_ROUNDS;
    fullRounds = tooSmall ? 0 : fullRounds;
    return tooSmall;
  }

  private void start(int leftBytes, long nowNanos) {
    phase = Phase.UNANSWERED;
    startBytes = receivedBytes;
    limitBytes = receivedBytes + leftBytes;
    startNanos = nowNanos;
    lastNanos = nowNanos;
  }

  private boolean isFull(int windowBytes, long nowNanos) {
    double bytesPerNano = (double) (receivedBytes - startBytes) / (nowNanos - startNanos);
    return phase == Phase.ANSWERED_LATE && bytesPerNano * roundTrip.minNanos() * ROOM > windowBytes;
  }
}
