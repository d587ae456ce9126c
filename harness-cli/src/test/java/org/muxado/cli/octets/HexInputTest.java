package org.muxado.cli.octets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muxado.vectors.source.FormatException;

class HexInputTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0aFF|0aff",
        " 0a   ff |0aff",
        "0x0a, 0xff|0aff",
        "0a:ff|0aff",
        "0aff # the rest|0aff",
        "0a*3 ff|0a0a0aff",
        "00 0aff*2|000aff0aff",
        "0a*0 ff|ff",
        "#|''"
      })
  void readsHexInManyForms(String text, String octets) {
    assertEquals(octets, HexFormat.of().formatHex(HexInput.parse("test", text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "000|test:1:4: found the end, expected the second digit of a pair: a digit is missing",
        "0a b|test:1:5: found the end, expected the second digit of a pair: a digit is missing",
        "0a-ff|test:1:3: found '-', expected a pair of hex digits",
        "0x|test:1:3: found the end, expected a pair of hex digits",
      })
  void placesWhatIsNotHex(String text, String message) {
    assertEquals(message, messageFor(text));
  }

  @Test
  void refusesToRepeatBeyondReason() {
    assertEquals(
        "test:1:4: found '9', expected how often to repeat the group, " + "at most 67108864 times",
        messageFor("00*99999999"));
  }

  private static String messageFor(String text) {
    return assertThrows(FormatException.class, () -> HexInput.parse("test", text)).getMessage();
  }
}
