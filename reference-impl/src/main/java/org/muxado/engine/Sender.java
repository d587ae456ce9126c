package org.muxado.engine;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.muxado.frame.ErrorCode;
import org.muxado.frame.Frame;
import org.muxado.frame.FrameHeader;
import org.muxado.schedule.Schedule;

/**
 * Puts frames into batches: first all others, then DATA by priority and window (section 13). Not
 * thread-safe.
 */
final class Sender {

  /** The longest payload that is sent, in octets; the default send queue holds 8 of them. */
  static final int MAX_DATA_BYTES = 8_192;

  private final Ids ids;
  private final ControlQueue control;
  private final Schedule<EngineStream> schedule;
  private final SmallSends smallSends;
  private final OutputAccount batch;
  private final StreamEnds ends;
  private final FrameEvents frameEvents;
  private final int sendQueueBytes;
  private long dataBytes;

  Sender(
      Ids ids,
      ControlQueue control,
      Schedule<EngineStream> schedule,
      SmallSends smallSends,
      OutputAccount batch,
      StreamEnds ends,
      FrameEvents frameEvents,
      int sendQueueBytes) {
    this.ids = ids;
    this.control = control;
    this.schedule = schedule;
    this.smallSends = smallSends;
    this.batch = batch;
    this.ends = ends;
    this.frameEvents = frameEvents;
    this.sendQueueBytes = sendQueueBytes;
  }

  /** Looks for a frame to send, as {@link ControlQueue#advance} does; whether there is one. */
  boolean findFrame() {
    return control.advance() != null || schedule.first() != null;
  }

  /** How many octets of DATA were put into batches. */
  long dataBytes() {
    return dataBytes;
  }

  /** Puts in as many frames as fit. */
  void fill(ByteBuffer out, long nowNanos) {
    boolean more = true;
    while (more) {
      more = putControl(out, nowNanos) && putData(out);
    }
  }

  /** Puts in frames other than DATA; returns whether none is left. */
  private boolean putControl(ByteBuffer out, long nowNanos) {
    Frame frame = control.advance();
    while (frame != null && frame.sizeBytes() <= out.remaining()) {
      frame.write(out);
      batch.fill(frame.sizeBytes());
      frameEvents.sent(out, frame);
      controlSent(control.removeFirst(), frame, nowNanos);
      frame = control.advance();
    }
    return frame == null;
  }

  private void controlSent(@Nullable PendingControl sent, Frame frame, long nowNanos) {
    if (sent == null) {
      return;
    }
    EngineStream stream = sent.stream();
    if (stream.state == StreamState.IDLE) {
      stream.synEnd = batch.filled();
      ids.sent(stream.id());
    }
    stream.apply(sent.sent());
    if (frame instanceof Frame.WndInc update) {
      updateSent(stream, update.increment(), nowNanos);
    }
  }

  /** A window that turns out to be too small grows at once. */
  private void updateSent(EngineStream stream, int increment, long nowNanos) {
    int growth = stream.receiveWindow.updateSent(increment, nowNanos);
    if (growth > 0) {
      stream.pending.wndInc(growth);
      control.add(stream.pending);
    }
  }

  /** Puts in one DATA; returns whether there was one that fits. */
  private boolean putData(ByteBuffer out) {
    EngineStream stream = schedule.first();
    if (stream == null) {
      return false;
    }
    int window = Math.min(stream.sendWindow.availableBytes(), MAX_DATA_BYTES);
    int length = Math.min(stream.outbox.sizeBytes(), window);
    int size = FrameHeader.BYTES + length;
    if (size > out.remaining() || !batch.hasRoomFor(size)) {
      return false;
    }
    putData(out, stream, length);
    batch.fill(size);
    return true;
  }

  private void putData(ByteBuffer out, EngineStream stream, int length) {
    boolean fin = stream.writing == Writing.FINISHING && length == stream.outbox.sizeBytes();
    Frame.Data.writeHeader(out, stream.id(), fin, length);
    stream.outbox.take(out, length);
    frameEvents.dataSent(out, length);
    stream.sendWindow.spend(length);
    dataBytes += length;
    stream.sentBytes += length;
    if (fin) {
      finSent(stream, length);
      return;
    }
    stream.apply(StreamInput.SEND_DATA);
    smallSends.sent(stream);
    if (stream.outbox.sizeBytes() <= sendQueueBytes / 2) {
      ends.outputReady(stream);
    }
  }

  private void finSent(EngineStream stream, int length) {
    schedule.remove(stream.turn);
    stream.writing = Writing.ENDED;
    stream.apply(length == 0 ? StreamInput.SEND_EMPTY_DATA_FIN : StreamInput.SEND_DATA_FIN);
    ends.finishIfDone(stream);
    if (stream.reading == Reading.CLOSED_UNREAD && stream.state.canReceive()) {
      ends.resetHere(stream, ErrorCode.CANCEL, "closed with octets unread");
    }
  }
}
