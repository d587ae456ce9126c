package org.muxado.vectors.lifecycle;

import java.util.List;
import org.muxado.spec.Condition;
import org.muxado.spec.ReceivedEvent;
import org.muxado.spec.ReceivedOutcome;
import org.muxado.spec.StreamState;

/** One outcome of one cell, for a stream that one of both sides opened. */
record Situation(ReceivedEvent event, StreamState state, Owner owner, ReceivedOutcome outcome) {

  /** How the steps refer to the stream. */
  String stream() {
    return opens() ? "s" : StateSetup.reference(state, owner);
  }

  /** Whether the frame is a SYN that may open the stream. */
  private boolean opens() {
    return state == StreamState.IDLE && isSyn();
  }

  private boolean isSyn() {
    return event == ReceivedEvent.SYN || event == ReceivedEvent.SYN_FIN;
  }

  /** Whether the table speaks of it: a SYN on an idle stream of its own never gets there. */
  boolean isInTable() {
    return !(opens() && owner == Owner.OWN);
  }

  /** Whether the frame ends the peer's direction. */
  boolean hasFin() {
    return event == ReceivedEvent.SYN_FIN
        || event == ReceivedEvent.DATA_FIN
        || event == ReceivedEvent.EMPTY_DATA_FIN;
  }

  /** The requirements. A SYN with the parity of the implementation is wrong for that reason. */
  List<String> rules() {
    return isSyn() && owner == Owner.OWN ? List.of("LIFE-3", "ID-7") : outcome.rules();
  }

  boolean isWhen(Condition condition) {
    return outcome.when().filter(condition::equals).isPresent();
  }

  String id() {
    String when = outcome.when().map(condition -> "/" + condition.label()).orElse("");
    return "lifecycle/table/%s/%s/%s%s"
        .formatted(event.label(), state.label(), owner.label(), when);
  }

  /** The wrong implementation that does something else in just this cell. */
  String fault() {
    String when = outcome.when().map(condition -> "-" + condition.label()).orElse("");
    return "table-" + event.label() + "-" + state.label() + when;
  }

  String title() {
    String when = outcome.when().map(condition -> ", " + text(condition)).orElse("");
    return "%s on a stream %s that is %s%s".formatted(text(event), owner.text(), text(state), when);
  }

  private static String text(ReceivedEvent event) {
    return switch (event) {
      case SYN -> "SYN";
      case SYN_FIN -> "SYN with FIN";
      case DATA -> "DATA";
      case DATA_FIN -> "DATA with FIN";
      case EMPTY_DATA -> "Empty DATA";
      case EMPTY_DATA_FIN -> "Empty DATA with FIN";
      case RST -> "RST";
      case WNDINC -> "WNDINC";
      case WNDINC_ZERO -> "WNDINC of 0";
      case PRI -> "PRI";
    };
  }

  private static String text(StreamState state) {
    return switch (state) {
      case CLOSED_BOTH_FINS -> "closed by both FINs";
      case CLOSED_RESET_SENT -> "closed by a sent RST";
      case CLOSED_RESET_RECEIVED -> "closed by a received RST";
      case CLOSED_LEFT_OUT -> "left out by a GOAWAY";
      case HALF_CLOSED_LOCAL -> "half-closed local";
      case HALF_CLOSED_REMOTE -> "half-closed remote";
      default -> state.label();
    };
  }

  private static String text(Condition condition) {
    return switch (condition) {
      case BEYOND_WINDOW -> "beyond the window";
      case WINDOW_OVERFLOW -> "above the greatest window";
      case APPLICATION_CLOSED -> "after the application closed it";
      case REFUSING_SYN, ANSWERING -> throw new IllegalArgumentException("only for sent frames");
    };
  }
}
