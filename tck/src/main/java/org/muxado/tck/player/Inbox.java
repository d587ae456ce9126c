package org.muxado.tck.player;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The implementation's frames that no step has taken yet. Used by the case's thread. */
final class Inbox {

  private final List<Received> received;
  private @Nullable Received rest;
  private int next;

  /** Reads from a list that grows. */
  Inbox(List<Received> received) {
    this.received = received;
  }

  /** The next frame, or null if none is there. */
  @Nullable Received peek() {
    if (rest != null) {
      return rest;
    }
    return next < received.size() ? received.get(next) : null;
  }

  /**
   * Takes the next frame.
   *
   * @param leftOver what of it is to be the next frame, or null for none
   */
  void take(@Nullable Received leftOver) {
    if (rest == null) {
      next++;
    }
    rest = leftOver;
  }
}
