package org.muxado.engine;

import org.muxado.frame.FrameHeader;

/**
 * How many octets the peer lets us send on a stream (FLOW-1 to FLOW-3, WND-4, WND-5). Not
 * thread-safe.
 */
final class SendWindow {

  private int availableBytes = EngineSettings.INITIAL_WINDOW_BYTES;

  int availableBytes() {
    return availableBytes;
  }

  /** Takes octets that are sent. */
  void spend(int octets) {
    availableBytes -= octets;
  }

  /** Whether this increment would raise the window above 2^31-1. */
  boolean overflows(int increment) {
    return increment > FrameHeader.MAX_31_BITS - availableBytes;
  }

  void grow(int increment) {
    availableBytes += increment;
  }
}
