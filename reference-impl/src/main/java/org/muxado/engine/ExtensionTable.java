package org.muxado.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The extensions of one session, by stream type (section 14.1). Not thread-safe. */
final class ExtensionTable {

  private final Map<Integer, EngineExtension> byType = new HashMap<>();
  private final List<EngineExtension> all = new ArrayList<>();

  void add(int type, EngineExtension extension) {
    byType.put(type, extension);
    all.add(extension);
  }

  /** Who serves streams of this type, or null. */
  @Nullable EngineExtension find(int type) {
    return EngineSettings.isExtensionType(type) ? byType.get(type) : null;
  }

  boolean isBackground(int type) {
    EngineExtension extension = find(type);
    return extension != null && extension.isBackground();
  }

  /** Whether a GOAWAY may leave streams out (QUIRK-8). */
  boolean letLeaveOut() {
    return all.stream().noneMatch(EngineExtension::expectsStream);
  }

  void started(long nowNanos) {
    all.forEach(extension -> extension.started(nowNanos));
  }

  /** Octets or FIN came on a stream; of no interest if the owner of the engine has it. */
  void received(EngineStream stream, long nowNanos) {
    EngineExtension extension = stream.shown ? null : find(stream.type());
    if (extension != null) {
      extension.received(stream, nowNanos);
    }
  }

  void frameReceived(long nowNanos) {
    for (EngineExtension extension : all) {
      extension.frameReceived(nowNanos);
    }
  }

  void outputTaken() {
    all.forEach(EngineExtension::outputTaken);
  }

  void draining(long nowNanos) {
    all.forEach(extension -> extension.draining(nowNanos));
  }

  /** Stops at the extension that ends the session. */
  void tick(SessionEnding ending, long nowNanos) {
    for (EngineExtension extension : all) {
      if (ending.state() == SessionState.RUNNING) {
        extension.tick(nowNanos);
      }
    }
  }

  long nanosLeft(long nowNanos) {
    long least = Long.MAX_VALUE;
    for (EngineExtension extension : all) {
      least = Math.min(least, extension.nanosLeft(nowNanos));
    }
    return least;
  }
}
