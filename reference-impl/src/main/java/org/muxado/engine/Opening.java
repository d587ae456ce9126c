package org.muxado.engine;

import static org.muxado.engine.Outcome.NO_CODE;

import org.muxado.frame.ErrorCode;

/** Opens own streams, or says why not (section 8; RETRY-2). Not thread-safe. */
final class Opening {

  private final EngineSettings settings;
  private final ExtensionTable extensions;
  private final Ids ids;
  private final GoAwayState goAway;
  private final StreamTable streams;
  private final ControlQueue control;
  private final StreamCalls calls;
  private final NewStreams newStreams;

  Opening(
      EngineSettings settings,
      ExtensionTable extensions,
      Ids ids,
      GoAwayState goAway,
      StreamTable streams,
      ControlQueue control,
      StreamCalls calls,
      NewStreams newStreams) {
    this.settings = settings;
    this.extensions = extensions;
    this.ids = ids;
    this.goAway = goAway;
    this.streams = streams;
    this.control = control;
    this.calls = calls;
    this.newStreams = newStreams;
  }

  /** Opens a stream of the application. */
  OpenResult open(int priority, int type, boolean fin, SessionEnding session) {
    if (EngineSettings.isExtensionType(type) && !settings.extensions().containsKey(type)) {
      throw new IllegalArgumentException(
          "stream type 0x%08X belongs to extensions and is not registered".formatted(type));
    }
    OpenResult result = tryOpen(priority, type, fin, session);
    if (result instanceof OpenResult.Opened opened) {
      opened.stream().shown = true;
    }
    return result;
  }

  /** Opens a stream for whoever may have it. */
  OpenResult tryOpen(int priority, int type, boolean fin, SessionEnding session) {
    if (priority < 0) {
      throw new IllegalArgumentException("a priority of " + priority + " is below 0");
    }
    if (session.state() != SessionState.RUNNING) {
      return refused(EndKind.SESSION_ENDED, session.code(), session.message());
    }
    if (goAway.isReceived()) {
      String happened = "the peer sent GOAWAY with " + ErrorCode.name(goAway.receivedCode());
      String message = PrintableText.withDebug(happened, goAway.receivedDebug());
      return refused(EndKind.GONE_AWAY, Integer.toUnsignedLong(goAway.receivedCode()), message);
    }
    if (ids.areUsedUp()) {
      return refused(EndKind.IDS_EXHAUSTED, NO_CODE, "all stream ids are used up");
    }
    if (isFull() && !extensions.isBackground(type)) {
      return new OpenResult.Full();
    }
    return new OpenResult.Opened(start(priority, type, fin));
  }

  private boolean isFull() {
    return streams.ownStreams() >= settings.maxOwnStreams();
  }

  /** Takes the next id and queues the SYN. */
  private EngineStream start(int priority, int type, boolean fin) {
    EngineStream stream = newStreams.make(ids.give(), type, true, priority);
    streams.add(stream);
    boolean synFin = fin && !settings.peerQuirks();
    stream.pending.syn(synFin);
    stream.pending.wndInc(stream.receiveWindow.firstIncrement());
    control.add(stream.pending);
    if (synFin) {
      stream.writing = Writing.ENDED;
    } else if (fin) {
      calls.finish(stream);
    }
    return stream;
  }

  private static OpenResult refused(EndKind kind, long code, String why) {
    return new OpenResult.Refused(
        new Outcome(kind, code, RetryVerdict.NOT_PROCESSED, "cannot open a stream: " + why));
  }
}
