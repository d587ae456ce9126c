package org.muxado.tck.player;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Named moments of a case, as places in the transcript. A moment begins with what was seen, not
 * with the kit's own write: the mark of a step that waits for nothing counts from the end of the
 * next step that does. Used by the thread that plays the case.
 */
final class Marks {

  private static final int NEVER = Integer.MAX_VALUE;

  private final Map<String, Integer> places = new HashMap<>();
  private final List<String> open = new ArrayList<>();
  private int lastAwaited;

  /**
   * Ends a step that waited.
   *
   * @param mark the step's own mark, or null
   * @param place where the transcript stood when it was fulfilled
   */
  void awaited(@Nullable String mark, int place) {
    open.forEach(name -> places.put(name, place));
    open.clear();
    if (mark != null) {
      places.put(mark, place);
    }
    lastAwaited = place;
  }

  /** Ends a step that waited for nothing. */
  void passed(@Nullable String mark) {
    if (mark != null) {
      open.add(mark);
    }
  }

  /** The place of a mark, the last awaited step for null; the end of everything if not reached. */
  int placeOrLastAwaited(@Nullable String mark) {
    return mark == null ? lastAwaited : places.getOrDefault(mark, NEVER);
  }

  /** The place of a mark, or {@code otherwise} for null; the end of everything if not reached. */
  int place(@Nullable String mark, int otherwise) {
    return mark == null ? otherwise : places.getOrDefault(mark, NEVER);
  }
}
