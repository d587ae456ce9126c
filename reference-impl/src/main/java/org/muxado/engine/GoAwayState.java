package org.muxado.engine;

import org.muxado.frame.FrameHeader;

/** What the GOAWAY frames sent and received so far say (section 11.1). Not thread-safe. */
final class GoAwayState {

  private int chosenLast = FrameHeader.MAX_31_BITS;
  private int announcedLast = -1;
  private int receivedLast = -1;
  private int receivedCode;
  private String receivedDebug = "";

  /**
   * Chooses the last of the peer's streams; from now on none above it is handed over (GOAWAY-8).
   */
  void choose(int last) {
    chosenLast = last;
  }

  int chosenLast() {
    return chosenLast;
  }

  /** Whether a stream of the peer was left out. */
  boolean leavesOutPeers(int id) {
    return id > chosenLast;
  }

  /** Notes that a GOAWAY with the chosen last id is queued. */
  void announced() {
    announcedLast = chosenLast;
  }

  /** Whether the latest GOAWAY that was queued says the chosen last id (END-3). */
  boolean isAnnounced() {
    return announcedLast == chosenLast;
  }

  /** Whether the peer sent a GOAWAY, so that nothing can be opened (GOAWAY-17). */
  boolean isReceived() {
    return receivedLast >= 0;
  }

  /** Whether this last id would be above an earlier one (GOAWAY-25). */
  boolean rises(int last) {
    return isReceived() && last > receivedLast;
  }

  /** Notes a GOAWAY, whose debug text is still to come. */
  void received(int last, int code) {
    receivedLast = last;
    receivedCode = code;
    receivedDebug = "";
  }

  void receivedDebug(String text) {
    receivedDebug = text;
  }

  /** Whether a stream of ours was left out (GOAWAY-20). */
  boolean leavesOutOwn(int id) {
    return isReceived() && id > receivedLast;
  }

  /** The last id that the peer sent, or -1. */
  int receivedLast() {
    return receivedLast;
  }

  int receivedCode() {
    return receivedCode;
  }

  String receivedDebug() {
    return receivedDebug;
  }
}
