package org.muxado.vectors.lifecycle;

import org.muxado.spec.Condition;
import org.muxado.spec.Effect;
import org.muxado.spec.Reaction;
import org.muxado.spec.ReceivedEvent;
import org.muxado.spec.ReceivedOutcome;

/** The frame of an event, such that the outcome applies. Stateless. */
final class Stimulus {

  /** What DATA with payload carries, where the window does not matter. */
  static final String TEXT = "hello";

  /** How much window a WNDINC adds. */
  static final int INCREMENT = 1000;

  /** The priority that a PRI sets. */
  static final int PRIORITY = 9;

  private static final String OVERFLOW = "{WNDINC: {stream: $, increment: 2147483647}}";

  private Stimulus() {}

  /** Adds the step that sends the frame. */
  static void send(CaseDraft draft, ReceivedEvent event, ReceivedOutcome outcome, String stream) {
    draft.step("send: " + text(event, outcome), stream);
  }

  private static String text(ReceivedEvent event, ReceivedOutcome outcome) {
    return switch (event) {
      case SYN -> "{SYN: {stream: $}}";
      case SYN_FIN -> "{SYN: {stream: $, fin: true}}";
      case DATA -> "{DATA: {stream: $, " + payload(outcome) + "}}";
      case DATA_FIN -> "{DATA: {stream: $, " + payload(outcome) + ", fin: true}}";
      case EMPTY_DATA -> "{DATA: {stream: $}}";
      case EMPTY_DATA_FIN -> "{DATA: {stream: $, fin: true}}";
      case RST -> "{RST: {stream: $, code: CANCEL}}";
      case WNDINC -> wndInc(outcome);
      case WNDINC_ZERO -> "{WNDINC: {stream: $, increment: 0}}";
      case PRI -> "{PRI: {stream: $, priority: " + PRIORITY + "}}";
    };
  }

  private static String payload(ReceivedOutcome outcome) {
    if (outcome.when().filter(Condition.BEYOND_WINDOW::equals).isPresent()) {
      return "size: 1, beyond: window";
    }
    boolean discarded = outcome.reaction().equals(new Reaction.Accepted(Effect.DISCARD));
    return discarded ? "size: 20000" : "text: " + TEXT;
  }

  /** Where a WNDINC has no effect, not even two of them make an overflow. */
  private static String wndInc(ReceivedOutcome outcome) {
    if (outcome.reaction().equals(new Reaction.Accepted(Effect.ADD_WINDOW))) {
      return "{WNDINC: {stream: $, increment: " + INCREMENT + "}}";
    }
    boolean ignored = outcome.reaction().equals(new Reaction.Accepted(Effect.NONE));
    return ignored ? "[" + OVERFLOW + ", " + OVERFLOW + "]" : OVERFLOW;
  }
}
