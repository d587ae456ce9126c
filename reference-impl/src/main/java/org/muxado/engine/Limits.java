package org.muxado.engine;

import java.time.Duration;

/**
 * What one peer may cost (section "Limits"): {@link #DEFAULT}, or what the methods make of it that
 * begin with {@code with}. Immutable.
 *
 * @param maxPeerStreams how many of the peer's streams may be alive at once, at least 1; a SYN
 *     beyond is refused
 * @param maxQueuedAnswers how many frames that the peer provoked may wait to be written before the
 *     session ends, at least 2
 * @param maxResets how many resets the peer may send or provoke in one {@code resetWindowNanos}, 0
 *     or more
 * @param resetWindowNanos the time over which resets are counted, in nanoseconds, at least 1
 * @param maxEmptyData how many empty DATA without FIN may come in a row, 0 or more
 * @param maxExcessWindowUpdates by how many the WNDINC and PRI frames that came may exceed the
 *     octets of DATA sent, 0 or more
 * @param maxGoAways how many GOAWAY frames may come, at least 1
 * @param resetsRemembered how many resets sent are remembered, at least 1,000 (LIFE: reset sent)
 * @param writeStallNanos how long a write may make no progress, in nanoseconds, at least 1; when
 *     that is found to be over, the session ends a second later, or as long again if that is less
 * @param frameNanos how long a frame that has begun to come may take, in nanoseconds, at least 1;
 *     the session ends as after a stalled write. The debug text of a GOAWAY has no limit
 */
public record Limits(
    int maxPeerStreams,
    int maxQueuedAnswers,
    int maxResets,
    long resetWindowNanos,
    int maxEmptyData,
    int maxExcessWindowUpdates,
    int maxGoAways,
    int resetsRemembered,
    long writeStallNanos,
    long frameNanos) {

  /** What suits a server on the open network. */
  public static final Limits DEFAULT =
      new Limits(
          256,
          1_000,
          1_000,
          30_000_000_000L,
          100,
          1_000,
          100,
          1_000,
          30_000_000_000L,
          30_000_000_000L);

  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);

  /** Refuses values that would break the protocol. */
  public Limits {
    Range.atLeast("maxPeerStreams", maxPeerStreams, 1);
    Range.atLeast("maxQueuedAnswers", maxQueuedAnswers, 2);
    Range.atLeast("maxResets", maxResets, 0);
    Range.atLeast("resetWindowNanos", resetWindowNanos, 1);
    Range.atLeast("maxEmptyData", maxEmptyData, 0);
    Range.atLeast("maxExcessWindowUpdates", maxExcessWindowUpdates, 0);
    Range.atLeast("maxGoAways", maxGoAways, 1);
    Range.atLeast("resetsRemembered", resetsRemembered, 1_000);
    Range.atLeast("writeStallNanos", writeStallNanos, 1);
    Range.atLeast("frameNanos", frameNanos, 1);
  }

  /** The same limits with another number of the peer's streams. */
  public Limits withMaxPeerStreams(int streams) {
    return new Limits(
        streams,
        maxQueuedAnswers,
        maxResets,
        resetWindowNanos,
        maxEmptyData,
        maxExcessWindowUpdates,
        maxGoAways,
        resetsRemembered,
        writeStallNanos,
        frameNanos);
  }

  /** The same with another number of answers that may wait to be written. */
  public Limits withMaxQueuedAnswers(int frames) {
    return new Limits(
        maxPeerStreams,
        frames,
        maxResets,
        resetWindowNanos,
        maxEmptyData,
        maxExcessWindowUpdates,
        maxGoAways,
        resetsRemembered,
        writeStallNanos,
        frameNanos);
  }

  /** The same with another number of resets, and the time over which they are counted. */
  public Limits withMaxResets(int resets, Duration window) {
    return new Limits(
        maxPeerStreams,
        maxQueuedAnswers,
        resets,
        nanos(window),
        maxEmptyData,
        maxExcessWindowUpdates,
        maxGoAways,
        resetsRemembered,
        writeStallNanos,
        frameNanos);
  }

  /** The same with another number of empty DATA in a row. */
  public Limits withMaxEmptyData(int frames) {
    return new Limits(
        maxPeerStreams,
        maxQueuedAnswers,
        maxResets,
        resetWindowNanos,
        frames,
        maxExcessWindowUpdates,
        maxGoAways,
        resetsRemembered,
        writeStallNanos,
        frameNanos);
  }

  /** The same with another number of WNDINC and PRI in excess of the octets sent. */
  public Limits withMaxExcessWindowUpdates(int frames) {
    return new Limits(
        maxPeerStreams,
        maxQueuedAnswers,
        maxResets,
        resetWindowNanos,
        maxEmptyData,
        frames,
        maxGoAways,
        resetsRemembered,
        writeStallNanos,
        frameNanos);
  }

  /** The same with another number of GOAWAY frames. */
  public Limits withMaxGoAways(int frames) {
    return new Limits(
        maxPeerStreams,
        maxQueuedAnswers,
        maxResets,
        resetWindowNanos,
        maxEmptyData,
        maxExcessWindowUpdates,
        frames,
        resetsRemembered,
        writeStallNanos,
        frameNanos);
  }

  /** The same with another number of resets that are remembered. */
  public Limits withResetsRemembered(int resets) {
    return new Limits(
        maxPeerStreams,
        maxQueuedAnswers,
        maxResets,
        resetWindowNanos,
        maxEmptyData,
        maxExcessWindowUpdates,
        maxGoAways,
        resets,
        writeStallNanos,
        frameNanos);
  }

  /** The same with another time for a write that makes no progress. */
  public Limits withWriteStall(Duration time) {
    return new Limits(
        maxPeerStreams,
        maxQueuedAnswers,
        maxResets,
        resetWindowNanos,
        maxEmptyData,
        maxExcessWindowUpdates,
        maxGoAways,
        resetsRemembered,
        nanos(time),
        frameNanos);
  }

  /** The same with another time for a frame that has begun to come. */
  public Limits withFrameTime(Duration time) {
    return new Limits(
        maxPeerStreams,
        maxQueuedAnswers,
        maxResets,
        resetWindowNanos,
        maxEmptyData,
        maxExcessWindowUpdates,
        maxGoAways,
        resetsRemembered,
        writeStallNanos,
        nanos(time));
  }

  /** What is too long becomes 146 years, so that no sum with a time overflows. */
  private static long nanos(Duration time) {
    if (time.isNegative()) {
      return -1; // which is refused, however long
    }
    return time.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : time.toNanos();
  }
}
