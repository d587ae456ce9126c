package org.muxado.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The benchmarks run; what they measure in so short a time means nothing. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SmokeTest {

  private static final long ROUND_NANOS = 1_000_000;

  @ParameterizedTest
  @EnumSource
  void playsEveryWorkload(Workload workload) throws IOException {
    Results results = Comparison.of(workload, ROUND_NANOS, List.of()).play(0, 1);

    List<String> lines = results.lines();

    boolean virtual = workload.workers() > 1 && Callers.VIRTUAL.exist();
    assertEquals(virtual ? 4 : 2, lines.size(), lines.toString());
    assertTrue(lines.get(0).startsWith("| " + workload + " | raw TCP"), lines.get(0));
    assertTrue(lines.get(0).contains("| 1.00 | 1.00 to 1.00 |"), lines.get(0));
  }

  @Test
  void playsTheLibraryAlone() throws IOException {
    List<String> lines = Comparison.ofLibraryAlone(Workload.W1, ROUND_NANOS).play(0, 1).lines();

    assertTrue(lines.get(0).contains("/s | - | - |"), lines.get(0));
  }

  @Test
  void measuresIdleMemory() throws IOException {
    assertEquals(2, new IdleMemory(20, 2).measure().size());
  }
}
