package org.muxado.adapter;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.muxado.engine.Limits;
import org.muxado.session.SessionSettingsBuilder;
import org.muxado.tck.spi.Limit;

/** Limits in the library's words. Stateless. */
final class BundledLimits {

  private static final Limits OWN = Limits.DEFAULT;

  private BundledLimits() {}

  /** Sets those that are named; the others stay as they are. */
  static void set(Map<Limit, Integer> named, SessionSettingsBuilder settings) {
    settings.limits(
        new Limits(
            count(named, Limit.PEER_STREAMS, OWN.maxPeerStreams()),
            count(named, Limit.WAITING_FRAMES, OWN.maxQueuedAnswers()),
            count(named, Limit.RESETS, OWN.maxResets()),
            nanos(named, Limit.RESET_TIME, OWN.resetWindowNanos()),
            count(named, Limit.EMPTY_DATA, OWN.maxEmptyData()),
            count(named, Limit.UPDATES, OWN.maxExcessWindowUpdates()),
            count(named, Limit.GOAWAYS, OWN.maxGoAways()),
            OWN.resetsRemembered(),
            nanos(named, Limit.WRITE_TIME, OWN.writeStallNanos()),
            nanos(named, Limit.FRAME_TIME, OWN.frameNanos())));
    time(named, Limit.CLOSED_STREAM_TIME, settings::closedStreamLimit);
    time(named, Limit.DRAIN_TIME, settings::drainDelay);
    time(named, Limit.FLUSH_TIME, settings::flush);
    time(named, Limit.CLOSE_TIME, settings::linger);
  }

  private static int count(Map<Limit, Integer> named, Limit limit, int own) {
    return named.getOrDefault(limit, own);
  }

  private static long nanos(Map<Limit, Integer> named, Limit limit, long ownNanos) {
    Integer millis = named.get(limit);
    return millis == null ? ownNanos : TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private static void time(Map<Limit, Integer> named, Limit limit, Consumer<Duration> setting) {
    Integer millis = named.get(limit);
    if (millis != null) {
      setting.accept(Duration.ofMillis(millis));
    }
  }
}
