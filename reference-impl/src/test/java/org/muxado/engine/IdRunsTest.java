package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdRunsTest {

  private final IdRuns runs = new IdRuns(2);

  private IdRunsTest add(int... ids) {
    IntStream.of(ids).forEach(runs::add);
    return this;
  }

  private List<Integer> found() {
    return IntStream.range(0, 50).filter(runs::contains).boxed().toList();
  }

  @Test
  void holdsWhatWasAddedAndNothingElse() {
    assertEquals(List.of(), found());
    assertEquals(List.of(5, 7, 9, 13), add(5, 7, 9, 13).found());
  }

  @Test
  void forgetsTheOldestRunAsAWhole() {
    assertEquals(List.of(9, 13, 15), add(3, 5, 9, 13, 15).found());
  }

  @Test
  void runOfAnyLengthTakesOnePlace() {
    add(3);
    for (int id = 11; id < 100_001; id += 2) {
      runs.add(id);
    }
    assertEquals(List.of(3, 11, 13), found().subList(0, 3));
  }
}
