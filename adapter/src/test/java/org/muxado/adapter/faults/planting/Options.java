package org.muxado.adapter.faults.planting;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.spi.HeartbeatOptions;
import org.muxado.tck.spi.KitClock;
import org.muxado.tck.spi.Limit;
import org.muxado.tck.spi.PeerOptions;

/** Settings with one thing changed. Stateless. */
public final class Options {

  private Options() {}

  /** The same with another backlog. */
  public static PeerOptions backlog(PeerOptions of, int backlog) {
    return new PeerOptions(
        backlog,
        of.heartbeat(),
        of.extensions(),
        of.peerUnderstandsPri(),
        of.peerQuirks(),
        of.firstStreamId(),
        of.limits(),
        of.clock());
  }

  /** The same with another heartbeat. */
  public static PeerOptions heartbeat(PeerOptions of, @Nullable HeartbeatOptions heartbeat) {
    return new PeerOptions(
        of.backlog(),
        heartbeat,
        of.extensions(),
        of.peerUnderstandsPri(),
        of.peerQuirks(),
        of.firstStreamId(),
        of.limits(),
        of.clock());
  }

  /** The same without registered extensions. */
  public static PeerOptions withoutExtensions(PeerOptions of) {
    return new PeerOptions(
        of.backlog(),
        of.heartbeat(),
        Set.of(),
        of.peerUnderstandsPri(),
        of.peerQuirks(),
        of.firstStreamId(),
        of.limits(),
        of.clock());
  }

  /** The same with PRI sent, or not. */
  public static PeerOptions pri(PeerOptions of, boolean sent) {
    return new PeerOptions(
        of.backlog(),
        of.heartbeat(),
        of.extensions(),
        sent,
        of.peerQuirks(),
        of.firstStreamId(),
        of.limits(),
        of.clock());
  }

  /** The same with the peer quirk on, or off. */
  public static PeerOptions quirks(PeerOptions of, boolean on) {
    return new PeerOptions(
        of.backlog(),
        of.heartbeat(),
        of.extensions(),
        of.peerUnderstandsPri(),
        on,
        of.firstStreamId(),
        of.limits(),
        of.clock());
  }

  /** The same with one of its limits changed, where it is set. */
  public static PeerOptions limit(PeerOptions of, Limit limit, UnaryOperator<Integer> change) {
    Map<Limit, Integer> limits = new HashMap<>(of.limits());
    limits.computeIfPresent(limit, (key, value) -> change.apply(value));
    return new PeerOptions(
        of.backlog(),
        of.heartbeat(),
        of.extensions(),
        of.peerUnderstandsPri(),
        of.peerQuirks(),
        of.firstStreamId(),
        limits,
        of.clock());
  }

  /** The same with a clock on which no time passes. */
  public static PeerOptions stoppedClock(PeerOptions of) {
    return new PeerOptions(
        of.backlog(),
        of.heartbeat(),
        of.extensions(),
        of.peerUnderstandsPri(),
        of.peerQuirks(),
        of.firstStreamId(),
        of.limits(),
        new StoppedClock());
  }

  /** Time stands; what waits for it waits for ever. */
  private static final class StoppedClock implements KitClock {

    @Override
    public long nanoTime() {
      return 0;
    }

    @Override
    public Timer schedule(long atNanoTime, Runnable task) {
      return () -> {};
    }
  }
}
