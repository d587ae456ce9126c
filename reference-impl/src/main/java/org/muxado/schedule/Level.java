package org.muxado.schedule;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** The turns of one priority, in a ring: each operation takes the same time. Not thread-safe. */
final class Level<T> {

  private @Nullable Turn<T> first;

  boolean isEmpty() {
    return first == null;
  }

  Turn<T> first() {
    return requireNonNull(first);
  }

  /** Puts a turn behind all others. */
  void add(Turn<T> turn) {
    turn.level = this;
    if (first == null) {
      first = turn;
      return;
    }
    turn.next = first;
    turn.previous = first.previous;
    first.previous.next = turn;
    first.previous = turn;
  }

  void remove(Turn<T> turn) {
    if (turn == first) {
      first = turn.next == turn ? null : turn.next;
    }
    turn.previous.next = turn.next;
    turn.next.previous = turn.previous;
    turn.next = turn;
    turn.previous = turn;
    turn.level = null;
  }

  /** Puts the first turn behind all others. */
  void rotate() {
    first = first().next;
  }
}
