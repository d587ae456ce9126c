package org.muxado.adapter.faults.planting;

import java.util.Optional;
import org.muxado.spec.Condition;
import org.muxado.spec.ReceivedEvent;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.FrameType;
import org.muxado.vectors.wire.WireFrame;

/** Says where a frame stands in the specification's table of the stream lifecycle. Stateless. */
final class Events {

  private Events() {}

  /** The table's name for a frame; empty for GOAWAY and for what no receiver accepts. */
  static Optional<ReceivedEvent> of(WireFrame wire) {
    return Frame.of(wire).filter(f -> f.type() != FrameType.GOAWAY).map(Events::of);
  }

  private static ReceivedEvent of(Frame frame) {
    return switch (frame.type()) {
      case SYN -> ((Frame.Syn) frame).fin() ? ReceivedEvent.SYN_FIN : ReceivedEvent.SYN;
      case RST -> ReceivedEvent.RST;
      case DATA -> of((Frame.Data) frame);
      case WNDINC ->
          ((Frame.WndInc) frame).increment() == 0
              ? ReceivedEvent.WNDINC_ZERO
              : ReceivedEvent.WNDINC;
      case PRI -> ReceivedEvent.PRI;
      case GOAWAY -> throw new IllegalArgumentException("GOAWAY has no stream");
    };
  }

  private static ReceivedEvent of(Frame.Data data) {
    if (data.payload().length == 0) {
      return data.fin() ? ReceivedEvent.EMPTY_DATA_FIN : ReceivedEvent.EMPTY_DATA;
    }
    return data.fin() ? ReceivedEvent.DATA_FIN : ReceivedEvent.DATA;
  }

  /** Whether a condition of the table holds for a frame. */
  static boolean holds(Condition condition, WireFrame wire, StreamStates streams) {
    int id = wire.stream();
    return switch (condition) {
      case BEYOND_WINDOW -> wire.length() > streams.windowForKit(id);
      case WINDOW_OVERFLOW -> increment(wire) + streams.windowForLibrary(id) > WireFrame.MAX_31_BIT;
      case APPLICATION_CLOSED -> streams.isApplicationClosed(id);
      case REFUSING_SYN, ANSWERING -> false;
    };
  }

  private static long increment(WireFrame wire) {
    return Frame.of(wire).map(frame -> ((Frame.WndInc) frame).increment()).orElse(0);
  }
}
