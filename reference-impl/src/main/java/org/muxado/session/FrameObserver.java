package org.muxado.session;

import org.muxado.frame.FrameSummary;

/**
 * A {@link SessionObserver} that also hears of each frame. Costs an object for each frame, and is
 * called as the other is. {@link FrameSummary#windowBytes} tells how windows change.
 */
public interface FrameObserver extends SessionObserver {

  /** A frame was put into the output; it may be lost if the transport breaks. */
  default void frameSent(ObservedSession session, FrameSummary frame) {}

  /** A frame came. One whose header is wrong is told by the session's end only. */
  default void frameReceived(ObservedSession session, FrameSummary frame) {}
}
