package org.muxado.adapter.faults;

import static org.muxado.adapter.faults.planting.Fault.frames;
import static org.muxado.adapter.faults.planting.Fault.incoming;
import static org.muxado.adapter.faults.planting.Fault.options;
import static org.muxado.adapter.faults.planting.Fault.outgoing;
import static org.muxado.adapter.faults.planting.Rewrites.drop;
import static org.muxado.adapter.faults.planting.Rewrites.is;
import static org.muxado.adapter.faults.planting.Rewrites.on;
import static org.muxado.adapter.faults.planting.Rewrites.then;
import static org.muxado.adapter.faults.planting.Rewrites.withFlags;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.muxado.adapter.faults.planting.Clocks;
import org.muxado.adapter.faults.planting.Fault;
import org.muxado.adapter.faults.planting.FrameFault;
import org.muxado.adapter.faults.planting.Options;
import org.muxado.adapter.faults.planting.Rewrite;
import org.muxado.adapter.faults.planting.StreamStates;
import org.muxado.spec.StreamState;
import org.muxado.tck.spi.Limit;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.FrameType;
import org.muxado.vectors.wire.WireFrame;

/** Faults in limits and in living with the Go library. Stateless. */
final class LimitFaults {

  private static final int HEARTBEAT_TYPE = 0xFFFFFEFF;

  private LimitFaults() {}

  static List<Fault> all() {
    List<Fault> all = new ArrayList<>(ofFrames());
    for (Limit limit : Limit.values()) {
      String name = "limit-" + limit.name().toLowerCase(Locale.ROOT).replace('_', '-');
      boolean isTime = name.endsWith("-time");
      if (limit
          != Limit.CLOSE_TIME) { // a release too early shows by chance: another thread does it
        all.add(changed(name + "-low", limit, value -> isTime ? value / 4 : value - 1));
      }
      all.add(changed(name + "-high", limit, value -> value * 4));
    }
    return List.copyOf(all);
  }

  private static Fault changed(String id, Limit limit, UnaryOperator<Integer> change) {
    return options(id, o -> Options.limit(o, limit, change)).silently();
  }

  /** The moment more that the library waits is never longer than the limit. */
  private static PeerOptions withoutGrace(PeerOptions told) {
    PeerOptions frames = Options.limit(told, Limit.FRAME_TIME, value -> 1);
    return Options.limit(frames, Limit.WRITE_TIME, value -> 1);
  }

  /** Spans follow one another from the start of the session on. */
  private static PeerOptions withAlignedSpans(PeerOptions told) {
    long spanMillis = told.limits().getOrDefault(Limit.RESET_TIME, Integer.MAX_VALUE);
    return Options.clock(told, clock -> Clocks.leaping(clock, spanMillis * 1_000_000));
  }

  /** A closed stream that ends has the one that was opened before it reset. */
  private static FrameFault resettingTheOneBefore() {
    Set<Integer> early = new HashSet<>();
    Rewrite incoming =
        then(
            (w, s) -> is(FrameType.DATA).test(w) && w.has(1) && waits(w.stream() - 2, s),
            (w, to) -> {
              early.add(w.stream() - 2);
              to.answer(new Frame.Rst(w.stream() - 2, ErrorCodes.CANCEL));
            });
    return new FrameFault(
        incoming, drop((w, s) -> is(FrameType.RST).test(w) && early.contains(w.stream())));
  }

  private static boolean waits(int stream, StreamStates streams) {
    return streams.isApplicationClosed(stream)
        && streams.state(stream) == StreamState.HALF_CLOSED_LOCAL;
  }

  private static List<Fault> ofFrames() {
    return List.of(
        // Limits.
        outgoing(
            "flood-ends-session-with-wrong-code",
            on(
                Frame.GoAway.class,
                (goAway, to) ->
                    to.pass(
                        new Frame.GoAway(
                            goAway.last(), ErrorCodes.INTERNAL_ERROR, goAway.debug())))),
        outgoing("flood-crashes", on(Frame.GoAway.class, (goAway, to) -> {})),
        limit("empty-data-limit-too-low", w -> is(FrameType.DATA).test(w) && w.length() == 0, 50),
        limit("wndinc-limit-too-low", is(FrameType.WNDINC), 300),
        outgoing(
            "limit-not-named",
            on(
                Frame.GoAway.class,
                (goAway, to) ->
                    to.pass(new Frame.GoAway(goAway.last(), goAway.code(), new byte[0])))),
        options("clock-jump-ends-session", LimitFaults::withoutGrace).silently(),
        options("reset-span-from-the-start", LimitFaults::withAlignedSpans).silently(),
        frames("closed-stream-reset-early", LimitFaults::resettingTheOneBefore),
        limit("every-rst-counted", is(FrameType.RST), 200),
        // The peer quirk.
        options("syn-fin-ends-wrong-direction", o -> Options.quirks(o, true)).silently(),
        incoming(
            "quirk-sends-fin-again",
            then(
                (w, s) -> is(FrameType.DATA).test(w) && w.has(1),
                (w, to) -> to.answer(new Frame.Data(w.stream(), new byte[0], true)))),
        options("quirk-on-by-default", o -> Options.quirks(o, true)).silently(),
        options("quirk-goaway-by-length", o -> Options.quirks(o, false)).silently(),
        options("quirk-syn-keeps-fin", o -> Options.quirks(o, false)),
        options("quirk-fin-on-syn-ends-input", o -> Options.quirks(o, false)),
        options("quirk-sends-pri", o -> Options.quirks(o, false)),
        options("quirk-goaway-refuses-heartbeat", o -> Options.quirks(o, false)),
        outgoing(
                "quirk-second-heartbeat-accepted",
                drop((w, s) -> is(FrameType.RST).test(w) && s.type(w.stream()) == HEARTBEAT_TYPE))
            .silently(),
        outgoing(
                "quirk-fin-lost",
                (wire, to) -> to.pass(is(FrameType.DATA).test(wire) ? withFlags(wire, 0) : wire))
            .silently(),
        outgoing(
            "quirk-heartbeat-finished",
            then(
                (w, s) -> is(FrameType.GOAWAY).test(w),
                (w, to) ->
                    to.pass(new Frame.Data(to.streams().lastOpened(false), new byte[0], true)))));
  }

  /** So many frames of a kind, in a row or not, are a session error. */
  private static Fault limit(String id, Predicate<WireFrame> which, int count) {
    return frames(
        id,
        () -> {
          int[] seen = new int[1];
          return new FrameFault(
              (wire, to) -> {
                seen[0] += which.test(wire) ? 1 : 0;
                if (seen[0] > count) {
                  to.sessionError();
                } else {
                  to.pass(wire);
                }
              },
              null);
        });
  }
}
