package org.muxado.engine;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.muxado.frame.Decoded;
import org.muxado.frame.Frame;
import org.muxado.frame.FrameDecoder;

/** Watches one direction of a session for what may never be sent. */
final class FrameMonitor {

  private final Role sender;
  private final FrameDecoder decoder = new FrameDecoder(false);
  private final Map<Integer, Long> windows = new HashMap<>();
  private final Set<Integer> finished = new HashSet<>();
  private final Set<Integer> reset = new HashSet<>();
  private int lastSyn;
  private int lastGoAway = Integer.MAX_VALUE;

  FrameMonitor(Role sender) {
    this.sender = sender;
  }

  /** Checks octets that the sender wrote; WNDINC are counted for the other direction. */
  void check(ByteBuffer octets, FrameMonitor other) {
    for (Decoded found = decoder.next(octets); found != null; found = decoder.next(octets)) {
      if (found instanceof Decoded.Violation violation) {
        throw new AssertionError(violation.message());
      }
      check(found, other);
    }
  }

  private void check(Decoded found, FrameMonitor other) {
    if (found instanceof Frame.Syn syn) {
      require(syn.streamId() > lastSyn && sender.owns(syn.streamId()), syn);
      lastSyn = syn.streamId();
      if (syn.fin()) {
        finished.add(syn.streamId());
      }
    } else if (found instanceof Frame.Data data) {
      data(data);
    } else if (found instanceof Frame.WndInc wndInc) {
      require(wndInc.increment() > 0 && !reset.contains(wndInc.streamId()), wndInc);
      other.windows.merge(wndInc.streamId(), (long) wndInc.increment(), Long::sum);
    } else if (found instanceof Frame.Rst rst) {
      require(reset.add(rst.streamId()), rst);
    } else if (found instanceof Decoded.GoAwayStarted goAway) {
      require(goAway.lastStreamId() <= lastGoAway, goAway);
      lastGoAway = goAway.lastStreamId();
    }
  }

  private void data(Frame.Data data) {
    int id = data.streamId();
    require(!sender.owns(id) || id <= lastSyn, data);
    require(!reset.contains(id) && !finished.contains(id), data);
    long window = windows.merge(id, (long) -data.payload().remaining(), Long::sum);
    require(window >= -EngineSettings.INITIAL_WINDOW_BYTES, data);
    if (data.fin()) {
      finished.add(id);
    }
  }

  private void require(boolean holds, Decoded found) {
    if (!holds) {
      throw new AssertionError(sender + " must not send " + found);
    }
  }
}
