package org.muxado.adapter.faults;

import static org.muxado.adapter.faults.planting.Fault.options;
import static org.muxado.adapter.faults.planting.Fault.outgoing;
import static org.muxado.adapter.faults.planting.Fault.session;
import static org.muxado.adapter.faults.planting.Rewrites.on;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.muxado.adapter.faults.planting.Clocks;
import org.muxado.adapter.faults.planting.Fault;
import org.muxado.adapter.faults.planting.FaultyImplementation;
import org.muxado.adapter.faults.planting.ForwardingSession;
import org.muxado.adapter.faults.planting.Options;
import org.muxado.adapter.faults.planting.WireFault;
import org.muxado.adapter.faults.planting.WritesWhenTaken;
import org.muxado.tck.expect.CasePattern;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.Limit;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.suite.KitCase;
import org.muxado.tck.verdict.Verdict;
import org.muxado.vectors.wire.Frame;

/** What an endpoint may do otherwise than the library, so that no case may fail it. Stateless. */
final class FreeChoices {

  private FreeChoices() {}

  /**
   * A right implementation.
   *
   * @param worst the worst verdict that a case may give: NON_STRICT for what is only recommended
   * @param cases patterns of the cases that look there
   */
  record Choice(String id, Implementation implementation, Verdict worst, List<String> cases) {

    boolean concerns(KitCase kitCase) {
      return cases.stream().anyMatch(pattern -> CasePattern.of(pattern).matches(kitCase.id()));
    }

    /** The id. */
    @Override
    public String toString() {
      return id;
    }
  }

  static List<Choice> all() {
    return List.of(
        new Choice(
            "writes-return-when-taken",
            new WritesWhenTaken(),
            Verdict.PASS,
            List.of("limit/**", "end/**")),
        choice(
            options("timers-act-beyond-their-time", FreeChoices::withLateTimers),
            "limit/**",
            "end/**",
            "heartbeat/**",
            "goaway/drain-*"),
        choice(
            options("closing-time-counts-late", FreeChoices::countingLate),
            "end/flush-gives-up",
            "end/error-lingers-for-its-time",
            "end/half-written-frame-has-its-time"),
        choice(
            options("moment-of-100-ms", FreeChoices::withShortMoment), "limit/*-while-the-clock-*"),
        choice(
            session("drain-returns-at-the-end", FreeChoices::drainsToTheEnd),
            "limit/drain-in-time"),
        new Choice(
            "goodbye-again",
            new FaultyImplementation(
                outgoing("goodbye-again", on(Frame.GoAway.class, SessionFaults::twice))),
            Verdict.NON_STRICT,
            List.of("end/queued-goaway-is-not-lost-at-close", "end/two-closes-are-one")),
        new Choice(
            "released-at-the-peers-end",
            new FaultyImplementation(
                SessionFaults.wire("half-written-frame-dropped", WireFault.RELEASES_AT_THE_END)),
            Verdict.NON_STRICT,
            List.of("end/half-written-*", "session/**")));
  }

  private static Choice choice(Fault how, String... cases) {
    return new Choice(how.id(), new FaultyImplementation(how), Verdict.PASS, List.of(cases));
  }

  private static PeerOptions withLateTimers(PeerOptions told) {
    return Options.clock(told, Clocks::late);
  }

  /** Reads the clock when its output has ended and the kit has moved it already. */
  private static PeerOptions countingLate(PeerOptions told) {
    return Options.limit(told, Limit.CLOSE_TIME, value -> value + 6_999);
  }

  /** The moment more that the library waits is never longer than the limit (LIMIT-19). */
  private static PeerOptions withShortMoment(PeerOptions told) {
    PeerOptions frames = Options.limit(told, Limit.FRAME_TIME, value -> 100);
    return Options.limit(frames, Limit.WRITE_TIME, value -> 100);
  }

  /** A drain is over when the session is. */
  private static PeerSession drainsToTheEnd(PeerSession session) {
    return new ForwardingSession(session) {
      @Override
      public CompletionStage<Void> drain() {
        return super.drain().thenCompose(done -> terminated()).thenApply(end -> null);
      }
    };
  }
}
