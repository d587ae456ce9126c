package org.muxado.vectors.lifecycle;

import java.util.List;
import org.muxado.spec.Effect;
import org.muxado.spec.StreamState;

/** The steps around the stimulus where the frame is no error. Stateless. */
final class Acceptance {

  private static final String SILENCE = "fence: echo\n    forbids: [{RST: {stream: $}}]";

  private Acceptance() {}

  /** Adds what has to stand before the stimulus. */
  static void before(CaseDraft draft, Situation situation, Effect effect) {
    if (effect == Effect.ADD_WINDOW) {
      draft.step("app: {write: s, size: 66536}\n    pending: w", "");
      draft.step("expect: {DATA: {stream: s, size: 65536}}", "");
      draft.step("fence: echo\n    forbids: [{DATA: {stream: s}}]", "");
    } else if (isTolerated(situation)) {
      draft.step("fence: echo\n    mark: before", "");
    }
  }

  /** Adds what follows the stimulus. */
  static void after(CaseDraft draft, Situation situation, Effect effect) {
    switch (effect) {
      case OPEN -> opened(draft, situation);
      case TAKE -> taken(draft, situation);
      case NONE -> ignored(draft, situation);
      case FAIL -> Reactions.resetByPeer(draft, situation);
      case ADD_WINDOW -> windowAdded(draft);
      case DISCARD -> discarded(draft, situation);
      case SET_PRIORITY -> prioritySet(draft);
    }
    if (effect != Effect.FAIL && effect != Effect.ADD_WINDOW) {
      probe(draft, situation);
    }
    forbidResets(draft, situation, effect);
  }

  private static void probe(CaseDraft draft, Situation situation) {
    boolean earlyUnread = situation.state() == StreamState.HALF_CLOSED_REMOTE;
    Probe.state(draft, next(situation), situation.stream(), earlyUnread);
  }

  private static StreamState next(Situation situation) {
    return situation.outcome().next().orElseThrow();
  }

  private static boolean isTolerated(Situation situation) {
    return !situation.outcome().tolerated().isEmpty();
  }

  private static void opened(CaseDraft draft, Situation situation) {
    draft.step("app: {accept: s}", "");
    readEnd(draft, situation);
  }

  private static void taken(CaseDraft draft, Situation situation) {
    String eof = situation.hasFin() ? ", eof: true" : "";
    draft.step("await: {read: s, text: " + Stimulus.TEXT + eof + "}", "");
  }

  private static void ignored(CaseDraft draft, Situation situation) {
    String stream = situation.stream();
    if (isTolerated(situation)) {
      draft.step("fence: echo", "");
      draft.step(
          "fence: echo\n    since: before\n    forbids: [{RST: {stream: $}}]\n    level: SHOULD",
          stream);
    } else {
      draft.step(SILENCE, stream);
    }
    if (next(situation) != situation.state()) {
      readEnd(draft, situation);
    }
  }

  private static void readEnd(CaseDraft draft, Situation situation) {
    if (situation.hasFin()) {
      draft.step("await: {read: s, eof: true}", "");
    }
  }

  private static void windowAdded(CaseDraft draft) {
    draft.catchFault("increment-ignored");
    draft.step("expect: {DATA: {stream: s, size: " + Stimulus.INCREMENT + "}}", "");
    draft.step("await: {done: w}", "");
    draft.step("app: {finish: s}", "");
    draft.step("expect: {DATA: {stream: s, size: 0, fin: true}}", "");
  }

  private static void prioritySet(CaseDraft draft) {
    draft.need("PRIORITY");
    draft.step(SILENCE, "s");
    draft.step("await: {priority: s, is: $}", String.valueOf(Stimulus.PRIORITY));
  }

  private static void discarded(CaseDraft draft, Situation situation) {
    draft.require(List.of("ERR-7"));
    draft.catchFault("reset-stream-answers-again");
    draft.catchFault("step-lost-after-reset");
    draft.step(SILENCE, situation.stream());
  }

  /** Over the whole case, where nothing draws one. */
  private static void forbidResets(CaseDraft draft, Situation situation, Effect effect) {
    if (next(situation).isLive() && !isTolerated(situation) && effect != Effect.FAIL) {
      draft.never("{RST: {stream: $}}", situation.stream());
    } else if (effect == Effect.DISCARD) {
      boolean reset = next(situation) == StreamState.CLOSED_RESET_SENT;
      draft.never("{RST: {stream: $}" + (reset ? ", more-than: 1}" : "}"), situation.stream());
    }
  }
}
