package org.muxado.engine;

import java.util.ArrayDeque;
import java.util.Queue;
import org.muxado.frame.FrameDecoder;
import org.muxado.schedule.Schedule;

/** What an {@link Engine} is made of, put together. Not thread-safe. */
final class EngineParts {

  final Queue<Event> events = new ArrayDeque<>();
  final FrameDecoder decoder;
  final ControlQueue control = new ControlQueue();
  final OutputAccount output = new OutputAccount();
  final GoAwayState goAwayState = new GoAwayState();
  final Drain drain;
  final SessionEnding ending;
  final PeerBudget budget;
  final StreamTable streams;
  final PeerSyns syns;
  final SmallSends smallSends;
  final StreamEnds ends;
  final Sender sender;
  final StreamCalls calls;
  final Opening opening;
  final Inbound inbound;
  final ExtensionTable extensions = new ExtensionTable();
  final GoAways goAways;
  final FrameEvents frameEvents;

  /**
   * Puts the parts of one session together.
   *
   * @throws IllegalArgumentException if the first stream id does not suit the role
   */
  EngineParts(Role role, EngineSettings settings, long nowNanos) {
    Ids ids = new Ids(role, settings.firstStreamId());
    Limits limits = settings.limits();
    Schedule<EngineStream> schedule = new Schedule<>();
    NewStreams newStreams = new NewStreams(settings, extensions);
    decoder = new FrameDecoder(settings.peerQuirks());
    budget = new PeerBudget(limits);
    streams = new StreamTable(ids, goAwayState, limits.resetsRemembered());
    smallSends = new SmallSends(schedule, nowNanos);
    ends = new StreamEnds(settings, streams, control, smallSends, output, events);
    frameEvents = new FrameEvents(settings, events);
    int queueBytes = settings.sendQueueBytes();
    sender = new Sender(ids, control, schedule, smallSends, output, ends, frameEvents, queueBytes);
    calls = new StreamCalls(settings, control, schedule, smallSends, ends);
    opening =
        new Opening(settings, extensions, ids, goAwayState, streams, control, calls, newStreams);
    syns =
        new PeerSyns(
            settings, ids, goAwayState, streams, control, ends, extensions, events, newStreams);
    StreamFrames frames =
        new StreamFrames(streams, ends, calls, control, schedule, sender, extensions, budget);
    inbound = new Inbound(syns, frames, streams, ends, goAwayState, budget, events);
    goAways = new GoAways(ids, goAwayState, control, ends, extensions);
    ending =
        new SessionEnding(settings, streams, ends, goAwayState, goAways, control, output, events);
    drain = new Drain(goAways, extensions, streams, events);
    addExtensions(settings);
  }

  /** The heartbeat is always there, to answer the peer's (HB-1). */
  private void addExtensions(EngineSettings settings) {
    int heartbeat = EngineSettings.HEARTBEAT_TYPE;
    extensions.add(heartbeat, new Heartbeats(settings, new ExtensionContext(heartbeat, this)));
    settings
        .extensions()
        .forEach(
            (type, made) -> extensions.add(type, made.create(new ExtensionContext(type, this))));
  }
}
