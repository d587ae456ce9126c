package org.muxado.bench.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.muxado.schedule.Schedule;
import org.muxado.schedule.Turn;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Who sends next. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScheduleBenchmark {

  /** How many streams have something to send, a quarter of them at each of four priorities. */
  @Param({"1", "16", "1000"})
  public int streams = 1;

  private final Schedule<Integer> schedule = new Schedule<>();
  private final List<Turn<Integer>> turns = new ArrayList<>();
  private int next;

  /** Fills the schedule. */
  @Setup(Level.Trial)
  public void fill() {
    for (int i = 0; i < streams; i++) {
      Turn<Integer> turn = new Turn<>(i, i % 4);
      turns.add(turn);
      schedule.add(turn);
    }
  }

  /** Chooses, and puts the one that was chosen behind its equals. */
  @Benchmark
  public @Nullable Integer choose() {
    Integer first = schedule.first();
    schedule.rotate();
    return first;
  }

  /** A stream has sent everything, and gets something to send again. */
  @Benchmark
  public void leaveAndReturn() {
    Turn<Integer> turn = turns.get(next);
    next = (next + 1) % streams;
    schedule.remove(turn);
    schedule.add(turn);
  }
}
