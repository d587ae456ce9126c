package org.muxado.spec;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the outcomes of a cell of {@code stream-lifecycle.yaml}. */
final class OutcomeReader {
  private static final String EFFECT = "effect";
  private static final String STREAM_ERROR = "stream-error";
  private static final String SESSION_ERROR = "session-error";
  private static final String RST = "rst";

  private static final List<String> REACTIONS = List.of(EFFECT, STREAM_ERROR, SESSION_ERROR, RST);
  private static final Set<String> RECEIVED =
      Set.of(
          "when",
          EFFECT,
          STREAM_ERROR,
          SESSION_ERROR,
          RST,
          "level",
          "repeat",
          "tolerated",
          "next",
          "rules");
  private static final Set<String> SENT = Set.of("when", "send", "next", "rules");
  private static final Set<String> LOCAL = Set.of("next", "rules");

  private OutcomeReader() {}

  static List<ReceivedOutcome> received(YamlValue cell) {
    return chain(cell).stream().map(OutcomeReader::receivedOutcome).toList();
  }

  static List<SentOutcome> sent(YamlValue cell) {
    return chain(cell).stream().map(OutcomeReader::sentOutcome).toList();
  }

  static List<LocalOutcome> local(YamlValue cell) {
    List<YamlValue> items = cell.items();
    if (items.size() != 1) {
      throw cell.expected("one outcome");
    }
    return List.of(localOutcome(items.get(0)));
  }

  /** Checks that all outcomes but the last have a condition, so that exactly one applies. */
  private static List<YamlValue> chain(YamlValue cell) {
    List<YamlValue> items = cell.items();
    if (items.isEmpty()) {
      throw cell.expected("at least one outcome");
    }
    for (int i = 0; i < items.size(); i++) {
      boolean last = i == items.size() - 1;
      if (items.get(i).find("when").isPresent() == last) {
        throw items.get(i).expected(last ? "a last outcome without `when`" : "the field `when`");
      }
    }
    return items;
  }

  private static ReceivedOutcome receivedOutcome(YamlValue item) {
    item.onlyFields(RECEIVED);
    Reaction reaction = reaction(item);
    return new ReceivedOutcome(
        condition(item),
        reaction,
        next(item, !(reaction instanceof Reaction.SessionError)),
        item.find("level").map(v -> v.oneOf(Level.values())).orElse(Level.MUST),
        tolerated(item),
        firstOnly(item),
        rules(item));
  }

  private static SentOutcome sentOutcome(YamlValue item) {
    item.onlyFields(SENT);
    Permission permission = item.field("send").oneOf(Permission.values());
    Optional<StreamState> next = next(item, permission != Permission.FORBIDDEN);
    return new SentOutcome(condition(item), permission, next, rules(item));
  }

  private static LocalOutcome localOutcome(YamlValue item) {
    item.onlyFields(LOCAL);
    return new LocalOutcome(item.field("next").oneOf(StreamState.values()), rules(item));
  }

  private static Reaction reaction(YamlValue item) {
    List<String> kinds = REACTIONS.stream().filter(kind -> item.find(kind).isPresent()).toList();
    if (kinds.size() != 1) {
      throw item.expected("exactly one of " + String.join(", ", REACTIONS));
    }
    YamlValue value = item.field(kinds.get(0));
    return switch (kinds.get(0)) {
      case EFFECT -> new Reaction.Accepted(value.oneOf(Effect.values()));
      case STREAM_ERROR -> new Reaction.StreamError(value.oneOf(ErrorCode.values()));
      case SESSION_ERROR -> new Reaction.SessionError(value.oneOf(ErrorCode.values()));
      default -> new Reaction.ClosedReset(value.oneOf(ErrorCode.values()));
    };
  }

  private static Optional<Condition> condition(YamlValue item) {
    return item.find("when").map(value -> value.oneOf(Condition.values()));
  }

  private static Optional<StreamState> next(YamlValue item, boolean wanted) {
    if (item.find("next").isPresent() != wanted) {
      throw item.expected(wanted ? "the field `next`" : "no `next`");
    }
    return item.find("next").map(value -> value.oneOf(StreamState.values()));
  }

  private static List<ErrorCode> tolerated(YamlValue item) {
    return item.find("tolerated").map(YamlValue::items).orElse(List.of()).stream()
        .map(value -> value.oneOf(ErrorCode.values()))
        .toList();
  }

  private static boolean firstOnly(YamlValue item) {
    Optional<YamlValue> repeat = item.find("repeat");
    repeat.ifPresent(value -> value.exactly("MAY"));
    return repeat.isPresent();
  }

  private static List<String> rules(YamlValue item) {
    List<String> rules = item.field("rules").items().stream().map(YamlValue::text).toList();
    if (rules.isEmpty()) {
      throw item.field("rules").expected("at least one id");
    }
    return rules;
  }
}
