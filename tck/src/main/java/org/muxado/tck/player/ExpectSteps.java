package org.muxado.tck.player;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.monitor.StreamTypes;
import org.muxado.vectors.conversation.Action;
import org.muxado.vectors.conversation.Expectation;
import org.muxado.vectors.conversation.Pattern;
import org.muxado.vectors.conversation.StreamRef;
import org.muxado.vectors.wire.Codes;
import org.muxado.vectors.wire.Frame;

/** Plays the steps that say what the implementation must send next. */
final class ExpectSteps {

  private final Stage stage;
  private final Exchange exchange;

  ExpectSteps(Stage stage) {
    this.stage = stage;
    exchange = stage.exchange();
  }

  int play(Action.Expect action) {
    int place = stage.now();
    for (int i = 0; i < action.times(); i++) {
      place = meet(action.expectation());
    }
    return place;
  }

  private int meet(Expectation expectation) {
    if (expectation instanceof Expectation.One one) {
      return meetAll(List.of(one.pattern()));
    } else if (expectation instanceof Expectation.AnyOrder anyOrder) {
      return meetAll(anyOrder.patterns());
    } else if (expectation instanceof Expectation.Eventually eventually) {
      Pattern pattern = eventually.pattern();
      return pattern instanceof Pattern.End ? meetTheEnd(pattern) : meetEventually(pattern);
    } else if (expectation instanceof Expectation.SessionError error) {
      return meetSessionError(error.codes());
    }
    return new FirstDataOrder(stage).meet(((Expectation.FirstDataOrder) expectation).streams());
  }

  private int meetAll(List<Pattern> patterns) {
    List<Gathering> open = new ArrayList<>();
    patterns.forEach(pattern -> open.add(new Gathering(pattern, stage.match())));
    int place = stage.now();
    while (!open.isEmpty()) {
      place = meetNext(open);
    }
    return place;
  }

  /** Takes one frame, or the end of the output where nothing else is missing. */
  private int meetNext(List<Gathering> open) {
    Received next = awaitNext(open);
    if (next == null) {
      open.clear();
      return stage.now();
    }
    Gathering taker =
        open.stream()
            .filter(gathering -> gathering.take(next))
            .findFirst()
            .orElseThrow(() -> CaseStopped.failed(text(open), next.toString()));
    bind(taker.pattern(), next);
    if (taker.isComplete()) {
      open.remove(taker);
    }
    stage.inbox().take(taker.rest());
    return next.entry().index() + 1;
  }

  /** The next frame that counts, or null if the output has ended and just that is wanted. */
  private @Nullable Received awaitNext(List<Gathering> open) {
    boolean endWanted = open.stream().allMatch(g -> g.pattern() instanceof Pattern.End);
    if (endWanted) {
      stage.waiter().until(() -> hasNext(open) || exchange.isOutputEnded(), () -> text(open));
    } else {
      stage.waiter().untilFrame(() -> hasNext(open), () -> text(open));
    }
    return stage.inbox().peek();
  }

  /** Drops what is passed over, up to the next frame that counts. */
  private boolean hasNext(List<Gathering> open) {
    for (Received next = stage.inbox().peek(); next != null; next = stage.inbox().peek()) {
      if (!isPassedOver(next, open)) {
        return true;
      }
      stage.inbox().take(null);
    }
    return false;
  }

  private boolean isPassedOver(Received received, List<Gathering> open) {
    boolean isQuiet =
        received.frame() instanceof Frame.WndInc
            || exchange.background().contains(received.stream());
    return isQuiet && open.stream().noneMatch(g -> names(g.pattern(), received));
  }

  private boolean names(Pattern pattern, Received received) {
    StreamRef stream = PatternMatch.streamOf(pattern);
    if (pattern instanceof Pattern.Syn syn && received.frame() instanceof Frame.Syn) {
      return syn.type() != null && syn.type() == StreamTypes.HEARTBEAT;
    } else if (pattern instanceof Pattern.WndInc && received.frame() instanceof Frame.WndInc) {
      return stage.match().isStream(stream, received.stream());
    }
    return stream != null
        && !(received.frame() instanceof Frame.WndInc)
        && stage.match().isStream(stream, received.stream());
  }

  private void bind(Pattern pattern, Received received) {
    String unbound = stage.bindings().unboundName(PatternMatch.streamOf(pattern));
    if (unbound != null) {
      stage.bindings().bind(unbound, received.stream());
      exchange.background().claim(received.stream());
    }
  }

  private String text(List<Gathering> open) {
    StringJoiner text = new StringJoiner(" and ");
    open.forEach(gathering -> text.add(stage.textOf(gathering.pattern())));
    return text.toString();
  }

  /** Takes all frames up to the first that is wanted. */
  private int meetEventually(Pattern pattern) {
    while (true) {
      stage.waiter().untilFrame(() -> stage.inbox().peek() != null, () -> stage.textOf(pattern));
      Received next = Objects.requireNonNull(stage.inbox().peek());
      stage.inbox().take(null);
      if (isWanted(pattern, next)) {
        bind(pattern, next);
        return next.entry().index() + 1;
      }
    }
  }

  /** Takes all frames that come before it. */
  private int meetTheEnd(Pattern end) {
    stage.waiter().until(exchange::isOutputEnded, () -> stage.textOf(end));
    while (stage.inbox().peek() != null) {
      stage.inbox().take(null);
    }
    return stage.now();
  }

  private boolean isWanted(Pattern pattern, Received next) {
    boolean counts = !exchange.background().contains(next.stream()) || names(pattern, next);
    return counts && stage.match().matches(pattern, next.frame());
  }

  private int meetSessionError(Codes codes) {
    Pattern.GoAway goAway = new Pattern.GoAway(null, null, codes, null);
    Gathering wanted = new Gathering(goAway, stage.match());
    int place = meetAfterResets(wanted);
    meetAll(List.of(new Pattern.End()));
    return place;
  }

  /** RST and WNDINC may go before the GOAWAY (ERR-10). */
  private int meetAfterResets(Gathering goAway) {
    List<Gathering> open = new ArrayList<>(List.of(goAway));
    Received next = awaitNext(open);
    while (next != null && next.frame() instanceof Frame.Rst) {
      stage.inbox().take(null);
      next = awaitNext(open);
    }
    return meetNext(open);
  }
}
