package org.muxado.vectors.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muxado.spec.Cell;
import org.muxado.spec.Condition;
import org.muxado.spec.Effect;
import org.muxado.spec.LifecycleTable;
import org.muxado.spec.Reaction;
import org.muxado.spec.ReceivedEvent;
import org.muxado.spec.ReceivedOutcome;

/**
 * Writes the conversations {@code lifecycle/table/...}: one for each outcome of each cell of the
 * received half of the lifecycle table, on a stream of the peer and on one of its own. Stateless.
 */
final class LifecycleCases {

  private static final String HEAD =
      """
      # Generated from spec/stream-lifecycle.yaml by org.muxado.vectors.lifecycle.LifecycleCases;
      # LifecycleCasesTest holds both together. Do not edit.
      conversations:
      """;

  private LifecycleCases() {}

  /** The text of each file under its name. */
  static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    for (ReceivedEvent event : ReceivedEvent.values()) {
      for (Owner owner : Owner.values()) {
        String name = "table-" + event.label() + "-" + owner.label() + ".yaml";
        files.put(name, HEAD + file(event, owner));
      }
    }
    return files;
  }

  private static String file(ReceivedEvent event, Owner owner) {
    List<String> cases = new ArrayList<>();
    for (Cell<ReceivedEvent, ReceivedOutcome> cell : LifecycleTable.load().receivedCells()) {
      if (cell.event() == event) {
        cell.outcomes().stream()
            .map(outcome -> new Situation(event, cell.state(), owner, outcome))
            .filter(Situation::isInTable)
            .forEach(situation -> cases.add(write(situation)));
      }
    }
    return String.join("\n", cases);
  }

  private static String write(Situation situation) {
    CaseDraft draft = new CaseDraft(situation.id(), situation.title(), intent(situation));
    draft.require(situation.rules());
    draft.catchFault(situation.fault());
    enter(draft, situation);
    play(draft, situation);
    return draft.render();
  }

  private static void enter(CaseDraft draft, Situation situation) {
    if (situation.isWhen(Condition.APPLICATION_CLOSED)) {
      StateSetup.close(draft, situation.owner());
    } else {
      StateSetup.enter(draft, situation.state(), situation.owner());
    }
  }

  private static void play(CaseDraft draft, Situation situation) {
    Reaction reaction = situation.outcome().reaction();
    if (reaction instanceof Reaction.Accepted accepted) {
      Acceptance.before(draft, situation, accepted.effect());
    }
    draft.prepared();
    Stimulus.send(draft, situation.event(), situation.outcome(), situation.stream());
    if (reaction instanceof Reaction.Accepted accepted) {
      Acceptance.after(draft, situation, accepted.effect());
    } else if (reaction instanceof Reaction.SessionError error) {
      Reactions.sessionError(draft, error.code());
    } else if (reaction instanceof Reaction.StreamError) {
      Reactions.streamError(draft, situation);
    } else {
      Reactions.closedReset(draft, situation);
    }
  }

  private static String intent(Situation situation) {
    Reaction reaction = situation.outcome().reaction();
    if (reaction instanceof Reaction.Accepted accepted) {
      return intent(accepted.effect());
    } else if (reaction instanceof Reaction.SessionError) {
      return "The two ends no longer agree about the stream. An endpoint that goes on guesses.";
    } else if (reaction instanceof Reaction.StreamError) {
      return "One stream fails and tells its application why; frames that were on the way must"
          + " neither draw a second RST nor bring the session out of step.";
    }
    return "A peer that still sends on a stream which is over must learn so, or its application"
        + " waits for ever.";
  }

  private static String intent(Effect effect) {
    return switch (effect) {
      case OPEN -> "The stream must reach the application, and each direction work as it should.";
      case TAKE -> "The octets must reach the reader, and the other direction must not notice.";
      case DISCARD ->
          "The frame was on the way when the stream ended. It must be skipped to its last octet,"
              + " in silence.";
      case NONE ->
          "Such frames come in peace, because ends cross on the way. Look for a check that was made"
              + " before the state of the stream was looked at.";
      case FAIL ->
          "The application must learn that its peer gave up, on the direction that it still uses.";
      case ADD_WINDOW -> "A sender that misses an increment stops for ever.";
      case SET_PRIORITY ->
          "PRI is part of version 1 although the Go library ends its session on it.";
    };
  }
}
