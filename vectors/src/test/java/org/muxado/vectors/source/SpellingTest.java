package org.muxado.vectors.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  @ParameterizedTest
  @CsvSource({
    "prioritiy,priority",
    "priorty,priority",
    "strem,stream",
    "steam,stream",
    "fin,fin",
    "fni,fin",
    "prio,priority",
    "st,''",
    "code,''",
    "x,''",
    "-x,''",
    "colour,''",
    "never,''"
  })
  void findsTheWordThatWasMeant(String written, String meant) {
    assertEquals(
        Optional.of(meant).filter(word -> !word.isEmpty()),
        Spelling.closest(written, List.of("priority", "stream", "fin", "level", "-V")));
  }
}
