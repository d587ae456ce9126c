package org.muxado.engine;

/**
 * How many octets we let the peer send on a stream, and when consumed octets are given back: once
 * they make half of the window, so that a stream of steady reading costs at most two WNDINC for
 * each window (FLOW-7 to FLOW-11). Not thread-safe.
 */
final class ReceiveWindow {

  private final int targetBytes;
  private int availableBytes;
  private int consumedBytes;

  /**
   * Starts with the initial window.
   *
   * @param targetBytes the window after the {@linkplain #firstIncrement first increment}
   */
  ReceiveWindow(int targetBytes) {
    this.targetBytes = targetBytes;
    this.availableBytes = EngineSettings.INITIAL_WINDOW_BYTES;
  }

  /** Widens the window from its initial size to the target; returns the increment or 0 (FLOW-5). */
  int firstIncrement() {
    int increment = targetBytes - EngineSettings.INITIAL_WINDOW_BYTES;
    availableBytes += increment;
    return increment;
  }

  /** How many octets the peer may still send. */
  int availableBytes() {
    return availableBytes;
  }

  /** Counts octets that came, no more than are available. */
  void received(int octets) {
    availableBytes -= octets;
  }

  /** Counts octets that were read or thrown away; returns the increment to send, or 0. */
  int consumed(int octets) {
    consumedBytes += octets;
    if (consumedBytes < targetBytes / 2) {
      return 0;
    }
    int increment = consumedBytes;
    availableBytes += increment;
    consumedBytes = 0;
    return increment;
  }
}
