package org.muxado.adapter.faults;

import static org.muxado.adapter.faults.planting.Fault.frames;
import static org.muxado.adapter.faults.planting.Fault.incoming;
import static org.muxado.adapter.faults.planting.Fault.options;
import static org.muxado.adapter.faults.planting.Fault.outgoing;
import static org.muxado.adapter.faults.planting.Rewrites.carrying;
import static org.muxado.adapter.faults.planting.Rewrites.change;
import static org.muxado.adapter.faults.planting.Rewrites.drop;
import static org.muxado.adapter.faults.planting.Rewrites.is;
import static org.muxado.adapter.faults.planting.Rewrites.on;
import static org.muxado.adapter.faults.planting.Rewrites.refuse;
import static org.muxado.adapter.faults.planting.Rewrites.where;
import static org.muxado.adapter.faults.planting.Rewrites.withFlags;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Predicate;
import org.muxado.adapter.faults.planting.Fault;
import org.muxado.adapter.faults.planting.FrameFault;
import org.muxado.adapter.faults.planting.Options;
import org.muxado.adapter.faults.planting.Passage;
import org.muxado.adapter.faults.planting.Rewrite;
import org.muxado.adapter.faults.planting.StreamStates;
import org.muxado.spec.StreamState;
import org.muxado.vectors.wire.Flags;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.FrameType;
import org.muxado.vectors.wire.WireFrame;

/** Faults in priorities and PRI. Stateless. */
final class PriorityFaults {

  private static final Predicate<WireFrame> PRI = is(FrameType.PRI);

  private PriorityFaults() {}

  static List<Fault> all() {
    return List.of(
        Fault.session("priority-ignored", WrongSessions::withoutPriorities)
            .and(where(PriorityFaults::hasPriority, PriorityFaults::withoutPriority)),
        incoming(
            "priority-of-own-streams-only",
            where(PriorityFaults::hasPriority, PriorityFaults::withoutPriority)),
        options("pri-never-sent", o -> Options.pri(o, false)).silently(),
        options("pri-always-sent", o -> Options.pri(o, true)),
        outgoing("pri-on-own-streams-only", drop((w, s) -> PRI.test(w) && !s.isOwn(w.stream())))
            .silently(),
        outgoing(
                "no-pri-after-fin",
                drop((w, s) -> PRI.test(w) && s.state(w.stream()) == StreamState.HALF_CLOSED_LOCAL))
            .silently(),
        incoming("pri-ignored", drop(PRI)),
        incoming("local-priority-sticks", drop(PRI)),
        Fault.session("priority-fixed-when-queued", WrongSessions::withFixedPriorities)
            .and(drop(PRI)),
        incoming("pri-refused", refuse(PRI)),
        outgoing(
            "fin-overtakes-data",
            change(is(FrameType.DATA).and(w -> w.length() > 0), w -> withFlags(w, Flags.FIN))),
        outgoing(
                "data-lost-at-fin",
                change(
                    is(FrameType.DATA).and(w -> w.has(Flags.FIN)), w -> carrying(w, new byte[0])))
            .silently(),
        outgoing(
                "blocked-stream-blocks-all",
                drop((w, s) -> is(FrameType.DATA).test(w) && s.isBlocked()))
            .silently(),
        frames("control-behind-data", () -> new FrameFault(null, delaying(w -> w.type() != 3))),
        frames("echo-behind-data", () -> new FrameFault(null, delaying(w -> w.length() == 4))));
  }

  private static boolean hasPriority(WireFrame wire, StreamStates streams) {
    return Frame.of(wire)
        .filter(frame -> frame instanceof Frame.Syn syn && syn.priority() != 0)
        .isPresent();
  }

  private static void withoutPriority(WireFrame wire, Passage to) {
    on(
            Frame.Syn.class,
            (syn, onward) ->
                onward.pass(new Frame.Syn(syn.stream(), 0, syn.streamType(), syn.fin())))
        .apply(wire, to);
  }

  /** While full frames of DATA leave, these frames wait. */
  private static Rewrite delaying(Predicate<WireFrame> which) {
    Queue<WireFrame> held = new ArrayDeque<>();
    boolean[] busy = new boolean[1];
    return (wire, to) -> {
      if (busy[0] && which.test(wire)) {
        held.add(wire);
        return;
      }
      to.pass(wire);
      busy[0] = wire.length() > 4_096 && !wire.has(1);
      while (!busy[0] && !held.isEmpty()) {
        to.pass(held.remove());
      }
    };
  }
}
