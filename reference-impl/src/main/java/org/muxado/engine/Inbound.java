package org.muxado.engine;

import java.nio.charset.StandardCharsets;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.muxado.frame.Decoded;
import org.muxado.frame.Decoded.Violation;
import org.muxado.frame.ErrorCode;
import org.muxado.frame.Frame;

/** Acts on frames of the session; those of streams go on to {@link StreamFrames}. */
final class Inbound {

  private final PeerSyns syns;
  private final StreamFrames streamFrames;
  private final StreamTable streams;
  private final StreamEnds ends;
  private final GoAwayState goAway;
  private final PeerBudget budget;
  private final Queue<Event> events;

  Inbound(
      PeerSyns syns,
      StreamFrames streamFrames,
      StreamTable streams,
      StreamEnds ends,
      GoAwayState goAway,
      PeerBudget budget,
      Queue<Event> events) {
    this.syns = syns;
    this.streamFrames = streamFrames;
    this.streams = streams;
    this.ends = ends;
    this.goAway = goAway;
    this.budget = budget;
    this.events = events;
  }

  /** Acts on what was decoded; returns a session error or null. */
  @Nullable Violation received(Decoded found, long nowNanos) {
    if (found instanceof Frame.Data data) {
      return streamFrames.data(data, nowNanos);
    }
    if (found instanceof Frame.WndInc wndInc) {
      return streamFrames.wndInc(wndInc, nowNanos);
    }
    if (found instanceof Frame.Syn syn) {
      return syns.received(syn, nowNanos);
    }
    if (found instanceof Frame.Rst rst) {
      return streamFrames.rst(rst, nowNanos);
    }
    if (found instanceof Frame.Pri pri) {
      return streamFrames.pri(pri, nowNanos);
    }
    return received(found);
  }

  private @Nullable Violation received(Decoded found) {
    if (found instanceof Decoded.GoAwayStarted start) {
      return goAway(start);
    }
    if (found instanceof Frame.GoAway whole) {
      debugText(whole);
      return null;
    }
    return (Violation) found;
  }

  /** Keeps the debug text of a GOAWAY, whole or cut short (GOAWAY-4, GOAWAY-5). */
  void debugText(Frame.GoAway whole) {
    goAway.receivedDebug(StandardCharsets.UTF_8.decode(whole.debug().duplicate()).toString());
  }

  private @Nullable Violation goAway(Decoded.GoAwayStarted start) {
    int last = start.lastStreamId();
    if (goAway.rises(last)) {
      return new Violation(
          ErrorCode.PROTOCOL_ERROR,
          "GOAWAY-25",
          "GOAWAY with last stream id " + last + " came after " + goAway.receivedLast());
    }
    goAway.received(last, start.code());
    events.add(new Event.GoAwayReceived(last, Integer.toUnsignedLong(start.code())));
    endLeftOut(start.code());
    return budget.goAway();
  }

  /** GOAWAY-18, GOAWAY-20. */
  private void endLeftOut(int code) {
    for (EngineStream stream : streams.all()) {
      boolean unsent = stream.state == StreamState.IDLE;
      if (stream.own() && (unsent || goAway.leavesOutOwn(stream.id()))) {
        ends.leftOut(stream, code);
      }
    }
  }
}
