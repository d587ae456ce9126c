package org.muxado.tck.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {

  @Test
  void splitsAtBlanks() {
    assertEquals(List.of("a", "b", "c"), CommandLine.split("cmd: a  b\tc "));
  }

  @Test
  void needsNoPrefix() {
    assertEquals(List.of("./driver", "-v"), CommandLine.split("./driver -v"));
  }

  @Test
  void keepsWhatIsQuoted() {
    assertEquals(
        List.of("a b", "c\"d\\e", "f'g", "$h \\n"),
        CommandLine.split("'a b' \"c\\\"d\\\\e\" f\\'g \"$h \\n\""));
  }

  @Test
  void joinsPartsOfAWord() {
    assertEquals(List.of("--name=a b", ""), CommandLine.split("--name='a b' ''"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cmd:", "   ", "a 'b", "a \"b", "a\\"})
  void refusesWhatIsLeftOpenOrEmpty(String line) {
    assertThrows(IllegalArgumentException.class, () -> CommandLine.split(line));
  }
}
