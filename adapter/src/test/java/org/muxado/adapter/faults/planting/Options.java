package org.muxado.adapter.faults.planting;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.spi.HeartbeatOptions;
import org.muxado.tck.spi.KitClock;
import org.muxado.tck.spi.Limit;
import org.muxado.tck.spi.PeerOptions;

/** Settings with one thing changed. Stateless. */
public final class Options {

  private Options() {}

  /** Settings that are being changed. */
  private static final class Draft {

    private int backlog;
    private @Nullable HeartbeatOptions heartbeat;
    private Set<Integer> extensions;
    private boolean pri;
    private boolean quirks;
    private final int firstStreamId;
    private Map<Limit, Integer> limits;
    private @Nullable KitClock clock;

    Draft(PeerOptions of) {
      backlog = of.backlog();
      heartbeat = of.heartbeat();
      extensions = of.extensions();
      pri = of.peerUnderstandsPri();
      quirks = of.peerQuirks();
      firstStreamId = of.firstStreamId();
      limits = of.limits();
      clock = of.clock();
    }

    PeerOptions options() {
      return new PeerOptions(
          backlog, heartbeat, extensions, pri, quirks, firstStreamId, limits, clock);
    }
  }

  private static PeerOptions changed(PeerOptions of, Consumer<Draft> change) {
    Draft draft = new Draft(of);
    change.accept(draft);
    return draft.options();
  }

  /** The same with another backlog. */
  public static PeerOptions backlog(PeerOptions of, int backlog) {
    return changed(of, draft -> draft.backlog = backlog);
  }

  /** The same with another heartbeat. */
  public static PeerOptions heartbeat(PeerOptions of, @Nullable HeartbeatOptions heartbeat) {
    return changed(of, draft -> draft.heartbeat = heartbeat);
  }

  /** The same without registered extensions. */
  public static PeerOptions withoutExtensions(PeerOptions of) {
    return changed(of, draft -> draft.extensions = Set.of());
  }

  /** The same with PRI sent, or not. */
  public static PeerOptions pri(PeerOptions of, boolean sent) {
    return changed(of, draft -> draft.pri = sent);
  }

  /** The same with the peer quirk on, or off. */
  public static PeerOptions quirks(PeerOptions of, boolean on) {
    return changed(of, draft -> draft.quirks = on);
  }

  /** The same with one of its limits changed, where it is set. */
  public static PeerOptions limit(PeerOptions of, Limit limit, UnaryOperator<Integer> change) {
    Map<Limit, Integer> limits = new HashMap<>(of.limits());
    limits.computeIfPresent(limit, (key, value) -> change.apply(value));
    return changed(of, draft -> draft.limits = limits);
  }

  /** The same with another clock, where there is one. */
  public static PeerOptions clock(PeerOptions of, UnaryOperator<KitClock> change) {
    KitClock clock = of.clock();
    return clock == null ? of : changed(of, draft -> draft.clock = change.apply(clock));
  }

  /** The same with a clock on which no time passes. */
  public static PeerOptions stoppedClock(PeerOptions of) {
    return changed(of, draft -> draft.clock = Clocks.STOPPED);
  }
}
