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
  final PeerSyns syns;
  final SmallSends smallSends;
  final StreamEnds ends;
  final Sender sender;
  final StreamCalls calls;
  final Opening opening;
  final Heartbeats heartbeats;
  final Inbound inbound;
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
    NewStreams newStreams = new NewStreams(settings);
    decoder = new FrameDecoder(settings.peerQuirks());
    budget = new PeerBudget(limits);
    StreamTable streams = new StreamTable(ids, goAwayState, limits.resetsRemembered());
    smallSends = new SmallSends(schedule, nowNanos);
    ends = new StreamEnds(settings, streams, control, smallSends, output, events);
    frameEvents = new FrameEvents(settings, events);
    int queueBytes = settings.sendQueueBytes();
    sender = new Sender(ids, control, schedule, smallSends, output, ends, frameEvents, queueBytes);
    calls = new StreamCalls(settings, control, schedule, smallSends, ends);
    opening = new Opening(settings, ids, goAwayState, streams, control, calls, newStreams);
    heartbeats = new Heartbeats(settings, calls, events);
    syns =
        new PeerSyns(
            settings, ids, goAwayState, streams, control, ends, heartbeats, events, newStreams);
    StreamFrames frames =
        new StreamFrames(streams, ends, calls, control, schedule, sender, heartbeats, budget);
    inbound = new Inbound(syns, frames, streams, ends, goAwayState, budget, events);
    goAways = new GoAways(settings, ids, goAwayState, control, ends, heartbeats);
    ending =
        new SessionEnding(settings, streams, ends, goAwayState, goAways, control, output, events);
    drain = new Drain(goAways, heartbeats, streams, events);
  }
}
