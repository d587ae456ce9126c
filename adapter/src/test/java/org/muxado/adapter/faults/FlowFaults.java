package org.muxado.adapter.faults;

import static org.muxado.adapter.faults.planting.Fault.frames;
import static org.muxado.adapter.faults.planting.Fault.incoming;
import static org.muxado.adapter.faults.planting.Fault.outgoing;
import static org.muxado.adapter.faults.planting.Rewrites.carrying;
import static org.muxado.adapter.faults.planting.Rewrites.drop;
import static org.muxado.adapter.faults.planting.Rewrites.is;
import static org.muxado.adapter.faults.planting.Rewrites.on;
import static org.muxado.adapter.faults.planting.Rewrites.then;
import static org.muxado.adapter.faults.planting.Rewrites.where;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.muxado.adapter.faults.planting.Fault;
import org.muxado.adapter.faults.planting.FrameFault;
import org.muxado.adapter.faults.planting.Passage;
import org.muxado.adapter.faults.planting.Rewrite;
import org.muxado.adapter.faults.planting.StreamStates;
import org.muxado.spec.StreamState;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.FrameType;
import org.muxado.vectors.wire.WireFrame;

/** Faults in windows, those that the library keeps and those that it gives. Stateless. */
final class FlowFaults {

  private static final int INITIAL_WINDOW_OCTETS = 65_536;
  private static final Predicate<WireFrame> WNDINC = is(FrameType.WNDINC);
  private static final Predicate<WireFrame> DATA = is(FrameType.DATA);

  private FlowFaults() {}

  static List<Fault> all() {
    List<Fault> all = new ArrayList<>();
    all.addAll(received());
    all.addAll(granted());
    all.addAll(sent());
    all.addAll(grants());
    return all;
  }

  private static boolean isBeyondWindow(WireFrame wire, StreamStates streams) {
    return DATA.test(wire) && wire.length() > streams.windowForKit(wire.stream());
  }

  /** The window that the peer has. */
  private static List<Fault> received() {
    return List.of(
        incoming("window-unchecked", (w, to) -> tolerateOctets(w, Integer.MAX_VALUE, to))
            .silently(),
        incoming("window-off-by-one", (w, to) -> tolerateOctets(w, 1, to)).silently(),
        incoming(
            "overflow-ends-session",
            where(FlowFaults::isBeyondWindow, (w, to) -> to.sessionError())),
        incoming(
            "overflow-delivered-in-part",
            where(FlowFaults::isBeyondWindow, FlowFaults::deliverInPart)),
        windowFor("receive-window-too-small", frame -> frame.length(), INITIAL_WINDOW_OCTETS - 1),
        windowFor(
            "header-counted-against-window", frame -> frame.length() + 8, INITIAL_WINDOW_OCTETS),
        windowFor("grants-not-counted", frame -> frame.length(), INITIAL_WINDOW_OCTETS),
        frames("session-window", FlowFaults::oneWindowForAll).silently(),
        incoming(
            "empty-data-needs-window",
            where(
                (w, s) -> DATA.test(w) && w.length() == 0 && s.windowForKit(w.stream()) == 0,
                FlowFaults::failStream)));
  }

  /** The window that the library gives. */
  private static List<Fault> granted() {
    return List.of(
        outgoing("wndinc-never-sent", drop(WNDINC)).silently(),
        outgoing("credit-lost-on-reads", drop(WNDINC)).silently(),
        outgoing(
                "wndinc-threshold-too-high",
                drop((w, s) -> WNDINC.test(w) && s.windowForKit(w.stream()) > 0))
            .silently(),
        splitting("wndinc-for-each-octet", 16),
        splitting("wndinc-for-each-read", 64),
        outgoing(
            "zero-increment-sent",
            then((w, s) -> WNDINC.test(w), (w, to) -> to.pass(new Frame.WndInc(w.stream(), 0)))),
        outgoing(
            "window-given-after-fin",
            then(
                (w, s) ->
                    DATA.test(w) && s.state(s.lastOpened(false)) == StreamState.HALF_CLOSED_REMOTE,
                (w, to) -> to.pass(new Frame.WndInc(to.streams().lastOpened(false), 1)))),
        outgoing("fin-stops-window", drop(in(WNDINC, StreamState.HALF_CLOSED_LOCAL))).silently(),
        outgoing("shutdown-input-starves-peer", drop(WNDINC)).silently(),
        outgoing("unread-not-consumed-on-shutdown", drop(WNDINC)).silently(),
        outgoing("heartbeat-window-never-returns", drop(WNDINC)).silently());
  }

  /** The window that the library has. */
  private static List<Fault> sent() {
    return List.of(
        outgoing("send-window-off-by-one", FlowFaults::oneOctetMore),
        outgoing("send-window-ignored", FlowFaults::oneOctetMore),
        outgoing("send-window-too-small", FlowFaults::withoutTheLastOctet).silently(),
        frames(
                "send-window-counts-headers",
                () -> new FrameFault(null, FlowFaults::withoutTheLastOctet))
            .silently(),
        outgoing(
                "one-window-for-both-directions",
                drop(
                    (w, s) ->
                        DATA.test(w)
                            && w.length()
                                > s.windowForLibrary(w.stream())
                                    - (INITIAL_WINDOW_OCTETS - s.windowForKit(w.stream()))))
            .silently(),
        incoming("slow-reader-stalls-session", drop((w, s) -> s.hasFullWindow())).silently());
  }

  /** What the library makes of WNDINC. */
  private static List<Fault> grants() {
    return List.of(
        incoming("wndinc-ignored", drop(WNDINC)).silently(),
        incoming("increment-ignored", drop(WNDINC)).silently(),
        incoming(
                "wndinc-before-accept-lost",
                drop((w, s) -> WNDINC.test(w) && !s.isHandedOver(w.stream())))
            .silently(),
        incoming(
                "wndinc-on-wrong-stream",
                on(
                    Frame.WndInc.class,
                    (grant, to) ->
                        to.pass(
                            new Frame.WndInc(
                                to.streams().lastOpened(to.streams().isOwn(grant.stream())),
                                grant.increment()))))
            .silently(),
        incoming(
                "large-window-refused",
                where((w, s) -> windowAfter(w, s) > 100_000, FlowFaults::failStream))
            .silently(),
        incoming(
            "window-overflow-off-by-one",
            where((w, s) -> windowAfter(w, s) == Integer.MAX_VALUE, FlowFaults::failStream)),
        incoming("window-overflow-wraps", drop((w, s) -> windowAfter(w, s) > Integer.MAX_VALUE))
            .silently(),
        frames("waits-for-large-window", () -> new FrameFault(gatheringGrants(1_024), null))
            .silently(),
        frames("holds-back-too-much", () -> new FrameFault(gatheringGrants(2_048), null))
            .silently(),
        frames("holds-back-too-long", () -> new FrameFault(gatheringGrants(2_048), null))
            .silently());
  }

  private static BiPredicate<WireFrame, StreamStates> in(
      Predicate<WireFrame> which, StreamState... states) {
    return (wire, streams) ->
        which.test(wire) && List.of(states).contains(streams.state(wire.stream()));
  }

  private static void failStream(WireFrame wire, Passage to) {
    Frame rst = new Frame.Rst(wire.stream(), ErrorCodes.FLOW_CONTROL_ERROR);
    to.answer(rst);
    to.pass(rst);
  }

  /** So many octets beyond the window are accepted, and lost. */
  private static void tolerateOctets(WireFrame wire, int more, Passage to) {
    long window = Math.max(0, to.streams().windowForKit(wire.stream()));
    boolean beyond = DATA.test(wire) && wire.length() > window;
    to.pass(beyond && wire.length() - window <= more ? cut(wire, (int) window) : wire);
  }

  /** What fits the window is delivered, then the stream is reset. */
  private static void deliverInPart(WireFrame wire, Passage to) {
    int window = (int) Math.max(0, to.streams().windowForKit(wire.stream()));
    to.pass(new Frame.Data(wire.stream(), Arrays.copyOf(wire.payload(), window), false));
    to.pass(wire);
  }

  private static WireFrame cut(WireFrame wire, int length) {
    return carrying(wire, Arrays.copyOf(wire.payload(), length));
  }

  private interface Cost {
    int of(WireFrame frame);
  }

  /** The peer has this window once and for all. */
  private static Fault windowFor(String id, Cost cost, int windowOctets) {
    return frames(
        id,
        () -> {
          Map<Integer, Integer> used = new HashMap<>();
          return new FrameFault(
              (wire, to) -> {
                int sum =
                    DATA.test(wire) ? used.merge(wire.stream(), cost.of(wire), Integer::sum) : 0;
                if (sum > windowOctets) {
                  failStream(wire, to);
                } else {
                  to.pass(wire);
                }
              },
              null);
        });
  }

  private static FrameFault oneWindowForAll() {
    int[] used = new int[1];
    Rewrite taking =
        (wire, to) -> {
          used[0] += DATA.test(wire) ? wire.length() : 0;
          if (DATA.test(wire) && used[0] > INITIAL_WINDOW_OCTETS) {
            failStream(wire, to);
          } else {
            to.pass(wire);
          }
        };
    int[] sent = new int[1];
    Rewrite giving =
        (wire, to) -> {
          sent[0] += DATA.test(wire) ? wire.length() : 0;
          if (sent[0] <= INITIAL_WINDOW_OCTETS) {
            to.pass(wire);
          }
        };
    return new FrameFault(taking, giving);
  }

  private static Fault splitting(String id, int octets) {
    return outgoing(
        id,
        on(
            Frame.WndInc.class,
            (grant, to) -> {
              for (int left = grant.increment(); left > 0; left -= octets) {
                to.pass(new Frame.WndInc(grant.stream(), Math.min(left, octets)));
              }
            }));
  }

  /** When the window is used up, one more octet follows. */
  private static void oneOctetMore(WireFrame wire, Passage to) {
    to.pass(wire);
    if (DATA.test(wire) && to.streams().windowForLibrary(wire.stream()) == wire.length()) {
      to.pass(new Frame.Data(wire.stream(), new byte[1], false));
    }
  }

  private static void withoutTheLastOctet(WireFrame wire, Passage to) {
    boolean last = to.streams().windowForLibrary(wire.stream()) == wire.length();
    boolean cuts = DATA.test(wire) && last && wire.length() > 0;
    to.pass(cuts ? cut(wire, wire.length() - 1) : wire);
  }

  private static long windowAfter(WireFrame wire, StreamStates streams) {
    return Frame.of(wire)
        .filter(Frame.WndInc.class::isInstance)
        .map(frame -> ((Frame.WndInc) frame).increment() + streams.windowForLibrary(wire.stream()))
        .orElse(0L);
  }

  /** Grants take effect once so many octets have come together. */
  private static Rewrite gatheringGrants(int octets) {
    Map<Integer, Integer> gathered = new HashMap<>();
    return on(
        Frame.WndInc.class,
        (grant, to) -> {
          int sum = gathered.merge(grant.stream(), grant.increment(), Integer::sum);
          if (sum > octets) {
            gathered.remove(grant.stream());
            to.pass(new Frame.WndInc(grant.stream(), sum));
          }
        });
  }
}
