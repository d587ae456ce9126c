package org.muxado.session;

import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that stands still until a test moves it. */
final class TestClock implements SessionClock {

  private record Timer(long atNanos, Runnable task) {}

  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparingLong(Timer::atNanos));
  private long nowNanos;

  @Override
  public synchronized long nanoTime() {
    return nowNanos;
  }

  @Override
  public void schedule(long atNanoTime, Runnable task) {
    synchronized (this) {
      timers.add(new Timer(atNanoTime, task));
    }
    advance(0);
  }

  /** When the next timer is due. */
  synchronized long nextTimerNanos() {
    return timers.element().atNanos;
  }

  /** Lets time pass, and runs what falls due. */
  void advance(long nanos) {
    long target = nanoTime() + nanos;
    for (Timer due = nextUntil(target); due != null; due = nextUntil(target)) {
      due.task.run();
    }
  }

  private synchronized Timer nextUntil(long targetNanos) {
    Timer next = timers.peek();
    boolean due = next != null && next.atNanos <= targetNanos;
    nowNanos = Math.max(nowNanos, due ? next.atNanos : targetNanos);
    return due ? timers.poll() : null;
  }
}
