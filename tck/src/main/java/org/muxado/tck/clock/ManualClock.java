package org.muxado.tck.clock;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.spi.KitClock;

/**
 * A clock that a case moves by hand. It jumps, as that of a machine that slept: the tasks that are
 * due run in the order of their times, each at the new time, on the thread that advances. So a task
 * that a due task schedules runs in the same jump only if its time is not after the new one. A
 * chain of limits, each counted from the end of the last, cannot run out in one jump, in which no
 * other thread could have done its part. Thread-safe; no lock is held while a task runs.
 */
public final class ManualClock implements KitClock {

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(
          Comparator.comparingLong((Task t) -> t.atNanos).thenComparingLong(t -> t.order));
  private long nowNanos;
  private long scheduled;

  @Override
  public synchronized long nanoTime() {
    return nowNanos;
  }

  @Override
  public Timer schedule(long atNanoTime, Runnable task) {
    Task timer = add(atNanoTime, task);
    if (timer.atNanos <= nanoTime() && remove(timer)) {
      task.run();
    }
    return timer;
  }

  /**
   * Moves the clock forward and runs what falls due.
   *
   * @param nanos how far, 0 or more
   */
  public void advance(long nanos) {
    if (nanos < 0) {
      throw new IllegalArgumentException("the clock cannot go back by " + -nanos + " ns");
    }
    jump(nanos);
    for (Task due = nextDue(); due != null; due = nextDue()) {
      due.work.run();
    }
  }

  private synchronized void jump(long nanos) {
    nowNanos += nanos;
  }

  private synchronized @Nullable Task nextDue() {
    Task next = tasks.peek();
    return next == null || next.atNanos > nowNanos ? null : tasks.poll();
  }

  private synchronized Task add(long atNanos, Runnable work) {
    Task task = new Task(atNanos, scheduled++, work);
    tasks.add(task);
    return task;
  }

  private synchronized boolean remove(Task task) {
    return tasks.remove(task);
  }

  private final class Task implements Timer {

    private final long atNanos;
    private final long order;
    private final Runnable work;

    Task(long atNanos, long order, Runnable work) {
      this.atNanos = atNanos;
      this.order = order;
      this.work = work;
    }

    @Override
    public void cancel() {
      remove(this);
    }
  }
}
