package org.muxado.schedule;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who sends the next DATA: the highest priority first (PRI-5, PRI-7), equals in turn, frame by
 * frame (PRI-8). Holds only those that can send, so that a stream without window holds up nobody
 * (PRI-12). Not thread-safe.
 *
 * @param <T> what takes turns
 */
public final class Schedule<T> {

  private final TreeMap<Integer, Level<T>> levels = new TreeMap<>();

  /** Adds a turn behind its equals; no effect if it is held already. */
  public void add(Turn<T> turn) {
    if (!turn.isWaiting()) {
      levels.computeIfAbsent(turn.priority(), p -> new Level<>()).add(turn);
    }
  }

  /** Takes a turn out; no effect if it is not held. */
  public void remove(Turn<T> turn) {
    Level<T> level = turn.level;
    if (level != null) {
      level.remove(turn);
      if (level.isEmpty()) {
        levels.remove(turn.priority());
      }
    }
  }

  /** Changes a priority; counts from the next choice on (PRI-14). */
  public void setPriority(Turn<T> turn, int priority) {
    boolean waiting = turn.isWaiting();
    remove(turn);
    turn.setPriority(priority);
    if (waiting) {
      add(turn);
    }
  }

  /** Who sends next, or null if nobody can. */
  public @Nullable T first() {
    Map.Entry<Integer, Level<T>> top = levels.lastEntry();
    return top == null ? null : top.getValue().first().owner();
  }

  /** Puts the one that {@link #first} gave behind its equals. */
  public void rotate() {
    levels.lastEntry().getValue().rotate();
  }
}
