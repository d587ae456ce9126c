package org.muxado.session;

/** How many threads wait and were not signalled. Guarded by the session lock. */
final class WaitCount {

  private int waiting;

  void entered() {
    waiting++;
  }

  void left() {
    waiting--;
  }

  boolean isZero() {
    return waiting == 0;
  }
}
