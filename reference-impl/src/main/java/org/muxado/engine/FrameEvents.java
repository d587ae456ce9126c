package org.muxado.engine;

import java.nio.ByteBuffer;
import java.util.Queue;
import org.muxado.frame.Decoded;
import org.muxado.frame.Frame;
import org.muxado.frame.FrameHeader;
import org.muxado.frame.FrameSummary;

/** Tells of every frame, where {@link EngineSettings#tellFrames} asks for it. Not thread-safe. */
final class FrameEvents {

  private final boolean told;
  private final Queue<Event> events;

  FrameEvents(EngineSettings settings, Queue<Event> events) {
    told = settings.tellFrames();
    this.events = events;
  }

  /** A frame was found. A GOAWAY is told when its fixed part has come. */
  void received(long header, Decoded found) {
    if (told && !(found instanceof Decoded.Violation) && !(found instanceof Frame.GoAway)) {
      int windowBytes = found instanceof Frame.WndInc update ? update.increment() : 0;
      events.add(new Event.FrameReceived(FrameSummary.of(header, windowBytes)));
    }
  }

  /** A frame other than DATA was put into the output, ending at its position. */
  void sent(ByteBuffer out, Frame frame) {
    if (told) {
      int windowBytes = frame instanceof Frame.WndInc update ? update.increment() : 0;
      sent(out.getLong(out.position() - frame.sizeBytes()), windowBytes);
    }
  }

  /** A DATA was put into the output, ending at its position. */
  void dataSent(ByteBuffer out, int length) {
    if (told) {
      sent(out.getLong(out.position() - length - FrameHeader.BYTES), 0);
    }
  }

  private void sent(long header, int windowBytes) {
    events.add(new Event.FrameSent(FrameSummary.of(header, windowBytes)));
  }
}
