package org.muxado.engine;

import org.jspecify.annotations.Nullable;

/**
 * How many octets we let the peer send on a stream, and when consumed octets are given back: once
 * they make half of the window, so that a stream of steady reading costs at most two WNDINC for
 * each window (FLOW-7 to FLOW-11). A window that is too small for what the peer delivers grows
 * (FLOW-5), and comes down again where others need the windows.budget(). Not thread-safe.
 */
final class ReceiveWindow {

  private final Windows windows;
  private int baseBytes = EngineSettings.INITIAL_WINDOW_BYTES;
  private int growthBytes;
  private int availableBytes;
  private int consumedBytes;
  private @Nullable DeliveryRounds rounds;

  /** Starts with the initial window. */
  ReceiveWindow(Windows windows) {
    this.windows = windows;
    this.availableBytes = baseBytes;
  }

  /** Widens the window from its initial size to the wanted one; returns the increment, 0 later. */
  int firstIncrement() {
    int increment = windows.baseBytes() - baseBytes;
    baseBytes += increment;
    availableBytes += increment;
    return increment;
  }

  /** How many octets the peer may still send. */
  int availableBytes() {
    return availableBytes;
  }

  /** The whole window: what the peer may send while nothing is consumed. */
  int sizeBytes() {
    return baseBytes + growthBytes;
  }

  /** Counts octets that came, no more than are available. */
  void received(int octets, long nowNanos) {
    availableBytes -= octets;
    if (rounds != null) {
      rounds.received(octets, nowNanos);
    }
  }

  /**
   * Counts octets that were read or thrown away; returns the increment to send, or 0. Up to half of
   * them are withheld where the window is to come down.
   */
  int consumed(int octets) {
    consumedBytes += octets;
    if (consumedBytes < sizeBytes() / 2) {
      return 0;
    }
    int withheld = Math.min(windows.budget().surplusBytes(growthBytes), consumedBytes / 2);
    comeDown(withheld);
    int increment = consumedBytes - withheld;
    availableBytes += increment;
    consumedBytes = 0;
    return increment;
  }

  /** A WNDINC leaves; returns by how much the window grows beyond it, or 0. */
  int updateSent(int increment, long nowNanos) {
    if (!windows.budget().allowsGrowth()) {
      return 0;
    }
    if (rounds == null) {
      rounds = new DeliveryRounds(windows.roundTrip());
    }
    boolean tooSmall = rounds.updateSent(availableBytes - increment, sizeBytes(), nowNanos);
    return tooSmall ? grow() : 0;
  }

  /** Doubles the window, if the budget allows it. */
  private int grow() {
    int more = Math.min(sizeBytes(), Integer.MAX_VALUE - sizeBytes());
    if (!windows.budget().grant(growthBytes, more)) {
      return 0;
    }
    growthBytes += more;
    availableBytes += more;
    return more;
  }

  private void comeDown(int octets) {
    if (octets > 0) {
      windows.budget().release(growthBytes, octets);
      growthBytes -= octets;
    }
  }

  /** Nothing more will come, and everything was consumed. */
  void close() {
    comeDown(growthBytes);
  }
}
