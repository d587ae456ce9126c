package org.muxado.engine;

import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.muxado.frame.Decoded.Violation;
import org.muxado.frame.ErrorCode;
import org.muxado.frame.Frame;

/** What becomes of the peer's SYN frames: the checks of Table 3, in its order (ID-10). */
final class PeerSyns {

  private final EngineSettings settings;
  private final Ids ids;
  private final GoAwayState goAway;
  private final StreamTable streams;
  private final ControlQueue control;
  private final StreamEnds ends;
  private final ExtensionTable extensions;
  private final Queue<Event> events;
  private final NewStreams newStreams;

  PeerSyns(
      EngineSettings settings,
      Ids ids,
      GoAwayState goAway,
      StreamTable streams,
      ControlQueue control,
      StreamEnds ends,
      ExtensionTable extensions,
      Queue<Event> events,
      NewStreams newStreams) {
    this.settings = settings;
    this.ids = ids;
    this.goAway = goAway;
    this.streams = streams;
    this.control = control;
    this.ends = ends;
    this.extensions = extensions;
    this.events = events;
    this.newStreams = newStreams;
  }

  /** Takes a SYN; returns a session error or null. */
  @Nullable Violation received(Frame.Syn syn, long nowNanos) {
    int id = syn.streamId();
    if (!ids.isPeers(id)) {
      return violation(id == 1 ? "ID-8" : "ID-7", "SYN with id " + id + " came from the peer");
    }
    if (id <= ids.lastPeerSeen()) {
      return violation("ID-9", "SYN with id " + id + " came after " + ids.lastPeerSeen());
    }
    ids.seen(id);
    int refusal = refusal(id, syn.type());
    if (refusal == ErrorCode.NO_ERROR) {
      open(syn, nowNanos);
    } else {
      streams.rememberRefused(id);
      control.answer(new Frame.Rst(id, refusal));
    }
    return null;
  }

  private static Violation violation(String requirement, String message) {
    return new Violation(ErrorCode.PROTOCOL_ERROR, requirement, message);
  }

  /** The code to refuse a SYN with, or NO_ERROR to open the stream. */
  private int refusal(int id, int type) {
    if (goAway.leavesOutPeers(id)) {
      return ErrorCode.REFUSED_STREAM;
    }
    EngineExtension extension = extensions.find(type);
    if (EngineSettings.isExtensionType(type) && extension == null) {
      return ErrorCode.STREAM_CLOSED;
    }
    boolean taken = extension == null ? hasPlace() : takes(extension);
    return taken ? ErrorCode.NO_ERROR : ErrorCode.REFUSED_STREAM;
  }

  private boolean hasPlace() {
    return mayHaveMore() && ends.backlog().size() < settings.backlog();
  }

  private boolean takes(EngineExtension extension) {
    return (extension.isBackground() || mayHaveMore()) && extension.takesStream();
  }

  private boolean mayHaveMore() {
    return streams.peerStreams() < settings.limits().maxPeerStreams();
  }

  private void open(Frame.Syn syn, long nowNanos) {
    int id = syn.streamId();
    EngineStream stream = newStreams.make(id, syn.type(), false, syn.priority());
    stream.apply(input(syn));
    streams.add(stream);
    finOfSyn(syn, stream);
    offer(stream, nowNanos);
  }

  /** Hands a stream to the owner of the engine: from now on GOAWAY covers it. */
  void handOver(EngineStream stream) {
    stream.shown = true;
    giveToReader(stream);
  }

  /** Somebody will read the stream: GOAWAY covers it, and its window is the wanted one. */
  private void giveToReader(EngineStream stream) {
    ids.handedOver(stream.id());
    if (stream.state.canReceive()) {
      stream.pending.wndInc(stream.receiveWindow.firstIncrement());
      control.add(stream.pending);
    }
  }

  /** The Go library means its FIN on a SYN for the other direction (QUIRK-5). */
  private StreamInput input(Frame.Syn syn) {
    if (!syn.fin()) {
      return StreamInput.SYN;
    }
    return settings.peerQuirks() ? StreamInput.SEND_SYN_FIN : StreamInput.SYN_FIN;
  }

  private void finOfSyn(Frame.Syn syn, EngineStream stream) {
    if (syn.fin() && settings.peerQuirks()) {
      stream.writing = Writing.ENDED;
    } else if (syn.fin()) {
      stream.reading = Reading.ENDED;
    }
  }

  private void offer(EngineStream stream, long nowNanos) {
    EngineExtension extension = extensions.find(stream.type());
    if (extension != null) {
      giveToReader(stream);
      extension.opened(stream, nowNanos);
      if (stream.inputHasEnded()) {
        extensions.received(stream, nowNanos);
      }
    } else {
      ends.backlog().add(stream);
      events.add(new Event.Acceptable());
    }
  }
}
