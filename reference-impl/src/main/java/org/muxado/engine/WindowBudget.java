package org.muxado.engine;

/**
 * How far the receive windows of a session may grow together. What one window holds is counted
 * until its last octet was read, so that it bounds memory, too. Not thread-safe.
 */
final class WindowBudget {

  private final int maxBytes;
  private int grantedBytes;
  private int grownWindows;
  private int missingBytes;

  /**
   * Starts with everything free.
   *
   * @param maxBytes the growth of all windows together, in octets; 0 for none
   */
  WindowBudget(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Whether windows may grow at all. */
  boolean allowsGrowth() {
    return maxBytes > 0;
  }

  /**
   * Lets a window grow, all the way or not at all. What cannot be granted to one with less than its
   * share is remembered: those that hold more will come down.
   *
   * @param heldBytes by how much the window has grown before
   * @return whether it may
   */
  boolean grant(int heldBytes, int moreBytes) {
    if (moreBytes > maxBytes - grantedBytes) {
      missingBytes = heldBytes < shareBytes() ? moreBytes : missingBytes;
      return false;
    }
    missingBytes = 0;
    grantedBytes += moreBytes;
    grownWindows += heldBytes == 0 ? 1 : 0;
    return true;
  }

  /** A window that had grown by so much came down. */
  void release(int heldBytes, int lessBytes) {
    grantedBytes -= lessBytes;
    grownWindows -= heldBytes == lessBytes ? 1 : 0;
  }

  /** How many octets a window holds beyond its share and others miss. */
  int surplusBytes(int heldBytes) {
    int stillMissing = missingBytes - (maxBytes - grantedBytes);
    return Math.max(0, Math.min(stillMissing, heldBytes - shareBytes()));
  }

  /** What each may hold, if one more window is to grow. */
  private int shareBytes() {
    return maxBytes / (grownWindows + 1);
  }
}
