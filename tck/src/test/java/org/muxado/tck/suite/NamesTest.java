package org.muxado.tck.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muxado.tck.spi.Limit;

/** Names of the vector files stand for constants of the interface to implementations. */
class NamesTest {

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }

  @Test
  void limitsAreTheSameInVectorsAndInterface() {
    assertEquals(names(org.muxado.vectors.conversation.Limit.values()), names(Limit.values()));
  }
}
