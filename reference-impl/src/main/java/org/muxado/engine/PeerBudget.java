package org.muxado.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.muxado.frame.Decoded.Violation;
import org.muxado.frame.ErrorCode;

/**
 * Counts what the peer costs; each count returns the session error of an excess, or null (section
 * 16). Not thread-safe.
 */
final class PeerBudget {

  private final Limits limits;
  private final Deadline resetWindowEnd = new Deadline();
  private final ProgressLimit frame;
  private int resets;
  private int emptyData;
  private int goAways;
  private long updates;

  PeerBudget(Limits limits) {
    this.limits = limits;
    frame = new ProgressLimit(limits.frameNanos());
  }

  /** Counts a stream that the peer reset, or made us reset (LIMIT-2). */
  @Nullable Violation reset(long nowNanos) {
    if (!resetWindowEnd.isSet() || resetWindowEnd.isDue(nowNanos)) {
      resetWindowEnd.set(nowNanos + limits.resetWindowNanos());
      resets = 0;
    }
    resets++;
    if (resets <= limits.maxResets()) {
      return null;
    }
    long windowMillis = Duration.ofNanos(limits.resetWindowNanos()).toMillis();
    return excess(
        "LIMIT-2", "more than " + limits.maxResets() + " resets within " + windowMillis + " ms");
  }

  /** Counts a DATA with FIN or payload: it ends a row of empty ones. */
  void usefulData() {
    emptyData = 0;
  }

  /** Counts an empty DATA without FIN (LIMIT-6). */
  @Nullable Violation emptyData() {
    emptyData++;
    return emptyData <= limits.maxEmptyData()
        ? null
        : excess("LIMIT-6", "more than " + limits.maxEmptyData() + " empty DATA in a row");
  }

  /** Counts a WNDINC or PRI, against the octets of DATA that were sent (LIMIT-8). */
  @Nullable Violation update(long sentBytes) {
    updates++;
    return updates - sentBytes <= limits.maxExcessWindowUpdates()
        ? null
        : excess("LIMIT-8", updates + " WNDINC and PRI for " + sentBytes + " octets of DATA");
  }

  /** Counts a GOAWAY (LIMIT-9). */
  @Nullable Violation goAway() {
    goAways++;
    return goAways <= limits.maxGoAways()
        ? null
        : excess("LIMIT-9", "more than " + limits.maxGoAways() + " GOAWAY");
  }

  /** Judges how many answers wait to be written (LIMIT-4). */
  @Nullable Violation queuedAnswers(int answers) {
    return answers <= limits.maxQueuedAnswers()
        ? null
        : excess(
            "LIMIT-4", "more than " + limits.maxQueuedAnswers() + " answers wait to be written");
  }

  /** A frame came in whole. */
  void frameEnded() {
    frame.clear();
  }

  /** What came ends inside a frame, or not; a frame must be complete in time (LIMIT-11). */
  void frameBegun(boolean inside, long nowNanos) {
    if (inside) {
      frame.start(nowNanos);
    } else {
      frame.clear();
    }
  }

  /** Lets the time of a frame that has begun run. */
  @Nullable Violation tick(long nowNanos) {
    if (!frame.tick(nowNanos)) {
      return null;
    }
    long millis = Duration.ofNanos(limits.frameNanos()).toMillis();
    return excess("LIMIT-11", "a frame was not complete within " + millis + " ms");
  }

  long nanosLeft(long nowNanos) {
    return frame.nanosLeft(nowNanos);
  }

  private static Violation excess(String requirement, String message) {
    return new Violation(ErrorCode.PROTOCOL_ERROR, requirement, message);
  }
}
