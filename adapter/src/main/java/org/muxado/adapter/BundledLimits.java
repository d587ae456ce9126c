package org.muxado.adapter;

import java.time.Duration;
import java.util.Map;
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
        OWN.withMaxPeerStreams(count(named, Limit.PEER_STREAMS, OWN.maxPeerStreams()))
            .withMaxQueuedAnswers(count(named, Limit.WAITING_FRAMES, OWN.maxQueuedAnswers()))
            .withMaxResets(
                count(named, Limit.RESETS, OWN.maxResets()),
                time(named, Limit.RESET_TIME, OWN.resetWindowNanos()))
            .withMaxEmptyData(count(named, Limit.EMPTY_DATA, OWN.maxEmptyData()))
            .withMaxExcessWindowUpdates(count(named, Limit.UPDATES, OWN.maxExcessWindowUpdates()))
            .withMaxGoAways(count(named, Limit.GOAWAYS, OWN.maxGoAways()))
            .withWriteStall(time(named, Limit.WRITE_TIME, OWN.writeStallNanos()))
            .withFrameTime(time(named, Limit.FRAME_TIME, OWN.frameNanos())));
    time(named, Limit.CLOSED_STREAM_TIME, settings::closedStreamLimit);
    time(named, Limit.DRAIN_TIME, settings::drainDelay);
    time(named, Limit.FLUSH_TIME, settings::flush);
    time(named, Limit.CLOSE_TIME, settings::linger);
  }

  private static int count(Map<Limit, Integer> named, Limit limit, int own) {
    return named.getOrDefault(limit, own);
  }

  private static Duration time(Map<Limit, Integer> named, Limit limit, long ownNanos) {
    Integer millis = named.get(limit);
    return millis == null ? Duration.ofNanos(ownNanos) : Duration.ofMillis(millis);
  }

  private static void time(Map<Limit, Integer> named, Limit limit, Consumer<Duration> setting) {
    Integer millis = named.get(limit);
    if (millis != null) {
      setting.accept(Duration.ofMillis(millis));
    }
  }
}
