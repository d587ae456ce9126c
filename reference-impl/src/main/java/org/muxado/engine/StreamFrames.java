package org.muxado.engine;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.muxado.frame.Decoded.Violation;
import org.muxado.frame.ErrorCode;
import org.muxado.frame.Frame;
import org.muxado.schedule.Schedule;

/**
 * Acts on DATA, WNDINC, RST and PRI as {@link StreamStates} says; each method returns a session
 * error or null (LIFE-4 to LIFE-24). Not thread-safe.
 */
final class StreamFrames {

  private final StreamTable streams;
  private final StreamEnds ends;
  private final StreamCalls calls;
  private final ControlQueue control;
  private final Schedule<EngineStream> schedule;
  private final Sender sender;
  private final ExtensionTable extensions;
  private final PeerBudget budget;

  StreamFrames(
      StreamTable streams,
      StreamEnds ends,
      StreamCalls calls,
      ControlQueue control,
      Schedule<EngineStream> schedule,
      Sender sender,
      ExtensionTable extensions,
      PeerBudget budget) {
    this.streams = streams;
    this.ends = ends;
    this.calls = calls;
    this.control = control;
    this.schedule = schedule;
    this.sender = sender;
    this.extensions = extensions;
    this.budget = budget;
  }

  @Nullable Violation data(Frame.Data data, long nowNanos) {
    boolean empty = !data.payload().hasRemaining();
    StreamInput input = dataInput(empty, data.fin());
    EngineStream stream = streams.find(data.streamId());
    Violation violation = countData(input);
    if (violation != null || stream == null) {
      return violation != null ? violation : absent(data.streamId(), input, nowNanos);
    }
    StreamStates.Transition transition = StreamStates.after(stream.state, input);
    return switch (transition.action()) {
      case SESSION_ERROR -> idle(stream.id(), input);
      case ERROR_STREAM_CLOSED -> afterFin(stream, data, nowNanos);
      case TAKE -> take(stream, data, transition.next(), nowNanos);
      default -> {
        advance(stream, data.fin(), transition.next(), nowNanos);
        yield null;
      }
    };
  }

  private static StreamInput dataInput(boolean empty, boolean fin) {
    if (empty) {
      return fin ? StreamInput.EMPTY_DATA_FIN : StreamInput.EMPTY_DATA;
    }
    return fin ? StreamInput.DATA_FIN : StreamInput.DATA;
  }

  private @Nullable Violation countData(StreamInput input) {
    if (input == StreamInput.EMPTY_DATA) {
      return budget.emptyData();
    }
    budget.usefulData();
    return null;
  }

  private @Nullable Violation afterFin(EngineStream stream, Frame.Data data, long nowNanos) {
    int length = data.payload().remaining();
    String message = "DATA of " + length + " bytes came after FIN";
    return streamError(stream, ErrorCode.STREAM_CLOSED, message, nowNanos);
  }

  private @Nullable Violation take(
      EngineStream stream, Frame.Data data, StreamState next, long nowNanos) {
    int length = data.payload().remaining();
    int window = stream.receiveWindow.availableBytes();
    if (length > window) {
      String message =
          "DATA of %d bytes on stream %d exceeds its window of %d"
              .formatted(length, stream.id(), window);
      return streamError(stream, ErrorCode.FLOW_CONTROL_ERROR, message, nowNanos);
    }
    if (stream.reading.isClosed() && stream.state == StreamState.HALF_CLOSED_LOCAL) {
      ends.streamError(stream, ErrorCode.CANCEL, "DATA came after close");
      return null;
    }
    stream.receiveWindow.received(length, nowNanos);
    stream.receivedBytes += length;
    keep(stream, data.payload(), length);
    advance(stream, data.fin(), next, nowNanos);
    return null;
  }

  /** Gives the payload to the reader, or throws it away where nobody reads (LIFE-39, LIFE-44). */
  private void keep(EngineStream stream, ByteBuffer payload, int length) {
    if (stream.reading == Reading.OPEN) {
      stream.inbox.put(payload, length);
      ends.inputReady(stream);
      return;
    }
    calls.consumed(stream, length);
    if (stream.reading == Reading.CLOSED) {
      stream.reading = Reading.CLOSED_UNREAD;
    }
  }

  private void advance(EngineStream stream, boolean fin, StreamState next, long nowNanos) {
    stream.heard = true;
    stream.state = next;
    if (fin) {
      inputEnded(stream);
    }
    extensions.received(stream, nowNanos);
  }

  private void inputEnded(EngineStream stream) {
    if (stream.reading == Reading.OPEN) {
      stream.reading = Reading.ENDED;
    }
    stream.pending.dropWndInc();
    ends.releaseWindow(stream);
    ends.inputReady(stream);
    ends.finishIfDone(stream);
  }

  @Nullable Violation wndInc(Frame.WndInc frame, long nowNanos) {
    StreamInput input = frame.increment() == 0 ? StreamInput.WNDINC_ZERO : StreamInput.WNDINC;
    EngineStream stream = streams.find(frame.streamId());
    Violation excess = budget.update(sender.dataBytes());
    if (excess != null || stream == null) {
      return excess != null ? excess : absent(frame.streamId(), input, nowNanos);
    }
    stream.heard = true;
    return switch (StreamStates.after(stream.state, input).action()) {
      case SESSION_ERROR -> idle(stream.id(), input);
      case ADD_WINDOW -> addWindow(stream, frame.increment(), nowNanos);
      case ERROR_PROTOCOL ->
          streamError(stream, ErrorCode.PROTOCOL_ERROR, "WNDINC of 0 came", nowNanos);
      default -> null;
    };
  }

  private @Nullable Violation addWindow(EngineStream stream, int increment, long nowNanos) {
    if (stream.sendWindow.overflows(increment)) {
      String message =
          "WNDINC of %d on stream %d raises its window of %d above 2^31-1"
              .formatted(increment, stream.id(), stream.sendWindow.availableBytes());
      return streamError(stream, ErrorCode.FLOW_CONTROL_ERROR, message, nowNanos);
    }
    stream.sendWindow.grow(increment);
    calls.schedule(stream);
    return null;
  }

  @Nullable Violation rst(Frame.Rst frame, long nowNanos) {
    EngineStream stream = streams.find(frame.streamId());
    if (stream == null) {
      return absent(frame.streamId(), StreamInput.RST, nowNanos);
    }
    if (stream.apply(StreamInput.RST) == StreamAction.SESSION_ERROR) {
      return idle(stream.id(), StreamInput.RST);
    }
    ends.resetByPeer(stream, frame.code());
    return stream.own() ? null : budget.reset(nowNanos);
  }

  @Nullable Violation pri(Frame.Pri frame, long nowNanos) {
    EngineStream stream = streams.find(frame.streamId());
    Violation excess = budget.update(sender.dataBytes());
    if (excess != null || stream == null) {
      return excess != null ? excess : absent(frame.streamId(), StreamInput.PRI, nowNanos);
    }
    if (stream.apply(StreamInput.PRI) == StreamAction.SESSION_ERROR) {
      return idle(stream.id(), StreamInput.PRI);
    }
    schedule.setPriority(stream.turn, frame.priority());
    return null;
  }

  /** A frame for a stream that does not live. */
  private @Nullable Violation absent(int id, StreamInput input, long nowNanos) {
    return switch (StreamStates.after(streams.stateOf(id), input).action()) {
      case SESSION_ERROR -> idle(id, input);
      case ANSWER_CLOSED -> answerClosed(id, nowNanos);
      default -> null;
    };
  }

  private @Nullable Violation answerClosed(int id, long nowNanos) {
    streams.rememberAnswered(id);
    control.answer(new Frame.Rst(id, ErrorCode.STREAM_CLOSED));
    return budget.reset(nowNanos);
  }

  private @Nullable Violation streamError(
      EngineStream stream, int code, String message, long nowNanos) {
    ends.streamError(stream, code, message);
    return budget.reset(nowNanos);
  }

  private static Violation idle(int id, StreamInput input) {
    return new Violation(
        ErrorCode.PROTOCOL_ERROR, "LIFE-4", input + " came on stream " + id + ", which is idle");
  }
}
