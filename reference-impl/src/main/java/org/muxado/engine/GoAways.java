package org.muxado.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.muxado.frame.ErrorCode;
import org.muxado.frame.Frame;
import org.muxado.frame.FrameHeader;

/** Sends GOAWAY frames (section 11.1). Not thread-safe. */
final class GoAways {

  private final Ids ids;
  private final GoAwayState state;
  private final ControlQueue control;
  private final StreamEnds ends;
  private final ExtensionTable extensions;

  GoAways(
      Ids ids,
      GoAwayState state,
      ControlQueue control,
      StreamEnds ends,
      ExtensionTable extensions) {
    this.ids = ids;
    this.state = state;
    this.control = control;
    this.ends = ends;
    this.extensions = extensions;
  }

  /** Chooses the last id and leaves out what waits above it, in one step (GOAWAY-6 to GOAWAY-8). */
  void choose(int code) {
    boolean leavesOut = extensions.letLeaveOut();
    state.choose(leavesOut ? ids.highestHandedOver() : FrameHeader.MAX_31_BITS);
    for (EngineStream stream : new ArrayList<>(ends.backlog())) {
      if (state.leavesOutPeers(stream.id())) {
        ends.leftOut(stream, code);
      }
    }
  }

  /** Queues a GOAWAY with the id that was chosen. */
  void announce(int code, ByteBuffer debug) {
    ByteBuffer kept = debug.slice();
    kept.limit(Math.min(kept.limit(), Frame.GoAway.MAX_DEBUG_BYTES));
    control.add(new Frame.GoAway(state.chosenLast(), code, copy(kept)));
    state.announced();
  }

  void announce(int code, String debug) {
    announce(code, StandardCharsets.UTF_8.encode(debug));
  }

  /** Queues the last GOAWAY of a session that is closed in peace, unless it was sent (END-3). */
  void announceClose(boolean dropped) {
    if (dropped || !state.isAnnounced()) {
      announce(ErrorCode.NO_ERROR, "");
    }
  }

  private static ByteBuffer copy(ByteBuffer source) {
    return ByteBuffer.allocate(source.remaining()).put(source).flip();
  }
}
