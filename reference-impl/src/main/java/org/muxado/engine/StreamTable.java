package org.muxado.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The streams that live, and what is remembered of those that do not: enough to know the state of
 * every id in bounded memory (LIFE-31 to LIFE-34). Not thread-safe.
 */
final class StreamTable {

  private final Map<Integer, EngineStream> live = new HashMap<>();
  private final Ids ids;
  private final GoAwayState goAway;
  private final IdMemory resets;
  private final IdRuns refused;
  private final IdMemory answered;
  private int ownStreams;
  private int peerStreams;
  private int backgroundStreams;

  StreamTable(Ids ids, GoAwayState goAway, int resetsRemembered) {
    this.ids = ids;
    this.goAway = goAway;
    this.resets = new IdMemory(resetsRemembered);
    this.refused = new IdRuns(resetsRemembered);
    this.answered = new IdMemory(resetsRemembered);
  }

  void add(EngineStream stream) {
    live.put(stream.id(), stream);
    count(stream, 1);
  }

  void remove(EngineStream stream) {
    live.remove(stream.id());
    count(stream, -1);
  }

  private void count(EngineStream stream, int one) {
    if (stream.isBackground()) {
      backgroundStreams += one;
    } else if (stream.own()) {
      ownStreams += one;
    } else {
      peerStreams += one;
    }
  }

  @Nullable EngineStream find(int id) {
    return live.get(id);
  }

  /** The streams that live, as they are now, in the order of their ids. */
  List<EngineStream> all() {
    List<EngineStream> all = new ArrayList<>(live.values());
    all.sort((a, b) -> Integer.compare(a.id(), b.id()));
    return all;
  }

  /** Whether every stream that lives is so; in no order. */
  boolean allMatch(Predicate<EngineStream> wanted) {
    return live.values().stream().allMatch(wanted);
  }

  /** How many of our streams live, those in the background not counted. */
  int ownStreams() {
    return ownStreams;
  }

  /** How many of the peer's streams live, those in the background not counted. */
  int peerStreams() {
    return peerStreams;
  }

  /** Whether no stream lives but in the background. */
  boolean isQuiet() {
    return live.size() == backgroundStreams;
  }

  /** Remembers a live stream that was reset from here. */
  void rememberReset(int id) {
    resets.add(id);
  }

  /**
   * Remembers a stream of the peer that was refused: apart, so that a flood of them displaces
   * nothing, and in runs, so that what follows the SYN of each is not taken for a fault of the peer
   * (LIMIT-2).
   */
  void rememberRefused(int id) {
    refused.add(id);
  }

  /**
   * Remembers an RST for a stream that was closed or skipped, so that it gets only one (LIMIT-13).
   */
  void rememberAnswered(int id) {
    answered.add(id);
  }

  /** The state of an id that no live stream has. */
  StreamState stateOf(int id) {
    if (ids.isIdle(id)) {
      return StreamState.IDLE;
    }
    if (ids.isOwn(id) ? goAway.leavesOutOwn(id) : goAway.leavesOutPeers(id)) {
      return StreamState.CLOSED_LEFT_OUT;
    }
    boolean reset = resets.contains(id) || refused.contains(id) || answered.contains(id);
    return reset ? StreamState.CLOSED_RESET_SENT : StreamState.SKIPPED;
  }
}
