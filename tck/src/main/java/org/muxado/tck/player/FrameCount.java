package org.muxado.tck.player;

import java.util.List;
import java.util.stream.Collectors;
import org.muxado.tck.transcript.Entry;
import org.muxado.vectors.conversation.Pattern;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.WireFrame;

/**
 * Finds the frames of the implementation that match a pattern in a stretch of the transcript.
 * Heartbeats and fences count only where the pattern names their stream.
 */
final class FrameCount {

  private static final int SHOWN = 3;

  private final Stage stage;

  FrameCount(Stage stage) {
    this.stage = stage;
  }

  /** The matching entries from a place on. */
  List<Entry> find(Pattern pattern, int from) {
    return find(pattern, from, Integer.MAX_VALUE);
  }

  /** The matching entries from a place on and before another. */
  List<Entry> find(Pattern pattern, int from, int to) {
    return stage.scene().transcript().between(from, to).stream()
        .filter(entry -> isMatch(pattern, entry))
        .toList();
  }

  private boolean isMatch(Pattern pattern, Entry entry) {
    if (pattern instanceof Pattern.End) {
      return entry.index() == stage.exchange().endPlace();
    }
    WireFrame wire = entry.implementationFrame();
    return wire != null
        && !isBackground(pattern, wire)
        && stage.match().matches(pattern, Frame.of(wire).orElse(null));
  }

  private boolean isBackground(Pattern pattern, WireFrame wire) {
    return PatternMatch.streamOf(pattern) == null
        && stage.exchange().background().contains(wire.stream());
  }

  /** How many octets of payload the entries hold together. */
  static long payloadOctets(List<Entry> found) {
    return found.stream()
        .map(Entry::frame)
        .mapToLong(frame -> frame == null ? 0 : frame.payload().length)
        .sum();
  }

  /** Some of the entries, as text. */
  static String text(List<Entry> found) {
    String shown =
        found.stream()
            .limit(SHOWN)
            .map(entry -> entry.frame() == null ? entry.text() : entry.frame().toString())
            .collect(Collectors.joining("; "));
    return found.size() > SHOWN ? shown + "; ..." : shown;
  }
}
