package org.muxado.engine;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Streams for which something is due, each the same time after it was added. Not thread-safe. */
final class TimedStreams {

  private final long delayNanos;
  private final Map<EngineStream, Long> dueNanos = new LinkedHashMap<>();

  TimedStreams(long delayNanos) {
    this.delayNanos = delayNanos;
  }

  /** Adds a stream, unless it is there: the first time counts. */
  void add(EngineStream stream, long nowNanos) {
    dueNanos.putIfAbsent(stream, nowNanos + delayNanos);
  }

  void remove(EngineStream stream) {
    dueNanos.remove(stream);
  }

  /** Takes out a stream that is due, or gives null. */
  @Nullable EngineStream poll(long nowNanos) {
    Iterator<Map.Entry<EngineStream, Long>> all = dueNanos.entrySet().iterator();
    if (!all.hasNext()) {
      return null;
    }
    Map.Entry<EngineStream, Long> first = all.next();
    if (nowNanos - first.getValue() < 0) {
      return null;
    }
    all.remove();
    return first.getKey();
  }

  /** How long until one is due: 0 if it is, {@link Long#MAX_VALUE} if there is none. */
  long nanosLeft(long nowNanos) {
    Iterator<Long> all = dueNanos.values().iterator();
    return all.hasNext() ? Math.max(0, all.next() - nowNanos) : Long.MAX_VALUE;
  }
}
