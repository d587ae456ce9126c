package org.muxado.adapter.faults.planting;

import org.muxado.tck.spi.KitClock;

/** Clocks that are not the kit's. Stateless. */
public final class Clocks {

  /** Time stands; what waits for it waits for ever. */
  static final KitClock STOPPED =
      new KitClock() {
        @Override
        public long nanoTime() {
          return 0;
        }

        @Override
        public Timer schedule(long atNanoTime, Runnable task) {
          return () -> {};
        }
      };

  private Clocks() {}

  /** A clock whose tasks run only when their time is over. */
  public static KitClock late(KitClock clock) {
    return new KitClock() {
      @Override
      public long nanoTime() {
        return clock.nanoTime();
      }

      @Override
      public Timer schedule(long atNanoTime, Runnable task) {
        return clock.schedule(atNanoTime + 1, task);
      }
    };
  }

  /**
   * A clock that leaps at each end of a span, counted from its zero, by as much as a span is long.
   * What lasts one span lasts only until then.
   */
  public static KitClock leaping(KitClock clock, long spanNanos) {
    return new KitClock() {
      @Override
      public long nanoTime() {
        long now = clock.nanoTime();
        return now + now / spanNanos * spanNanos;
      }

      @Override
      public Timer schedule(long atNanoTime, Runnable task) {
        return clock.schedule(atNanoTime, task);
      }
    };
  }
}
