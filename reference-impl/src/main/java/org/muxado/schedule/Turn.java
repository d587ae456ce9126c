package org.muxado.schedule;

import org.jspecify.annotations.Nullable;

/**
 * The place of one stream in a {@link Schedule}. Not thread-safe.
 *
 * @param <T> what takes the turn; the schedule does not look at it
 */
public final class Turn<T> {

  private final T owner;
  private int priority;
  @Nullable Level<T> level;
  Turn<T> next = this;
  Turn<T> previous = this;

  /**
   * Makes a turn that no schedule holds.
   *
   * @param priority 0 to 2^31-1, larger is more urgent
   */
  public Turn(T owner, int priority) {
    this.owner = owner;
    this.priority = priority;
  }

  /** What takes the turn. */
  public T owner() {
    return owner;
  }

  /** The priority. */
  public int priority() {
    return priority;
  }

  /** Whether a schedule holds this turn. */
  public boolean isWaiting() {
    return level != null;
  }

  void setPriority(int priority) {
    this.priority = priority;
  }
}
