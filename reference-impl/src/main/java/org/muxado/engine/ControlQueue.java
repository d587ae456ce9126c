package org.muxado.engine;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.muxado.frame.Frame;

/**
 * The frames other than DATA that wait to be written, in the order in which they were caused; no
 * DATA holds them up (PRI-10). Not thread-safe.
 */
final class ControlQueue {

  /** What waits: the frames of one stream, or a frame of its own. */
  private sealed interface Entry {

    record OfStream(PendingControl control) implements Entry {}

    record Plain(Frame frame, boolean answer) implements Entry {}
  }

  private final ArrayDeque<Entry> entries = new ArrayDeque<>();
  private int answers;

  /** Queues what the stream has pending, unless it is queued. */
  void add(PendingControl control) {
    if (!control.queued) {
      control.queued = true;
      entries.add(new Entry.OfStream(control));
    }
  }

  /** Queues a frame of our own. */
  void add(Frame frame) {
    entries.add(new Entry.Plain(frame, false));
  }

  /** Queues a frame that the peer provoked; these are counted (LIMIT-4). */
  void answer(Frame frame) {
    entries.add(new Entry.Plain(frame, true));
    answers++;
  }

  int answers() {
    return answers;
  }

  /** Drops entries that have come to nothing, and gives the next frame, or null. */
  @Nullable Frame advance() {
    for (Entry entry = entries.peek(); entry != null; entry = entries.peek()) {
      if (entry instanceof Entry.Plain plain) {
        return plain.frame();
      }
      PendingControl control = ((Entry.OfStream) entry).control();
      Frame frame = control.first();
      if (frame != null) {
        return frame;
      }
      control.queued = false;
      entries.remove();
    }
    return null;
  }

  /** Removes the frame that {@link #advance} gave; returns its pending control, or null. */
  @Nullable PendingControl removeFirst() {
    if (entries.element() instanceof Entry.OfStream ofStream) {
      return ofStream.control();
    }
    Entry.Plain plain = (Entry.Plain) entries.remove();
    answers -= plain.answer() ? 1 : 0;
    return null;
  }

  /**
   * Drops everything but RST: what may still precede the last GOAWAY (ERR-10, ERR-11).
   *
   * @return whether a GOAWAY was dropped
   */
  boolean keepResets() {
    boolean goAway = entries.stream().anyMatch(entry -> isFrame(entry, Frame.GoAway.class));
    entries.removeIf(entry -> !isFrame(entry, Frame.Rst.class));
    return goAway;
  }

  private static boolean isFrame(Entry entry, Class<? extends Frame> type) {
    return entry instanceof Entry.Plain plain && type.isInstance(plain.frame());
  }
}
