package org.muxado.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsTest {

  private record Named(String name, String baseline) implements Contender {
    @Override
    public Sample play(Workload workload, long roundNanos) {
      throw new UnsupportedOperationException();
    }
  }

  private static final Contender RAW = new Named("raw TCP", "raw TCP");
  private static final Contender OTHER = new Named("other", "raw TCP");

  @Test
  void takesRatiosRoundByRound() {
    Results results = new Results(Workload.W1);
    results.add(RAW, new Sample(100, 1_000_000_000, 1_000_000));
    results.add(OTHER, new Sample(200, 1_000_000_000, 1_000_000));
    results.add(RAW, new Sample(10, 1_000_000_000, 1_000_000));
    results.add(OTHER, new Sample(20, 1_000_000_000, 1_000_000));

    assertEquals(new Quartiles(2, 2, 2), results.ratio(OTHER));
    assertEquals("| W1 | other | 110 /s | 2.00 | 2.00 to 2.00 | 27.5 us |", results.lines().get(1));
  }

  @Test
  void showsBulkInMegabytes() {
    Results results = new Results(Workload.W3);
    results.add(RAW, new Sample(3_000_000, 1_000_000, 1_000_000));

    assertEquals(
        "| W3 | raw TCP | 3,000 MB/s | 1.00 | 1.00 to 1.00 | 333.3 us/MB |",
        results.lines().get(0));
  }

  @Test
  void findsQuartilesBetweenNeighbours() {
    assertEquals(new Quartiles(1.75, 2.5, 3.25), Quartiles.of(List.of(4.0, 1.0, 3.0, 2.0)));
  }

  @Test
  void refusesQuartilesOfNothing() {
    assertThrows(IllegalArgumentException.class, () -> Quartiles.of(List.of()));
  }
}
