package org.muxado.vectors.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

  private enum Word {
    ONE,
    TWO_WORDS
  }

  private static Node value(String text) {
    return Fields.of(YamlSource.parse("f", "v: " + text), "a map").get("v");
  }

  private static <T> String error(String text, Function<Node, T> reader) {
    return assertThrows(FormatException.class, () -> reader.apply(value(text))).getMessage();
  }

  @Test
  void readsNumbersDecimalAndHex() {
    assertEquals(4096, Values.number(value("4096"), 0, 4096));
    assertEquals(255, Values.number(value("0xFF"), 0, 255));
    assertEquals(-1, Values.unsigned(value("0xFFFFFFFF")));
    assertEquals(-1, Values.unsigned(value("4294967295")));
  }

  @ParameterizedTest
  @CsvSource({
    "-1",
    "11",
    "010",
    "1_0",
    "+1",
    "1.5",
    "ten",
    "'\"3\"'",
    "true",
    "0xFFFFFFFFFFFFFFFFFF"
  })
  void refusesNumbersOutOfRange(String text) {
    String shown = text.replace("ten", "\"ten\"");
    assertEquals(
        "f:1:4: found " + shown + ", expected a number from 0 to 10",
        error(text, n -> Values.number(n, 0, 10)));
  }

  @Test
  void refusesNumbersOfMoreThan32Bits() {
    assertEquals(
        "f:1:4: found 0x100000000, expected a number from 0 to 0xFFFFFFFF",
        error("0x100000000", Values::unsigned));
  }

  @Test
  void refusesTextThatYamlTakesForANumber() {
    assertEquals(
        "f:1:4: found 6869, expected a text (in quotes where YAML takes it for something else)",
        error("6869", Values::text));
  }

  @Test
  void refusesControlCharactersBehindEscapes() {
    String message = error("\"a\\0b\"", Values::text);
    assertTrue(message.endsWith("expected a text without control characters"), message);
    assertEquals("two\nlines", Values.text(value("\"two\\nlines\"")));
  }

  @Test
  void refusesWhatIsNeitherTrueNorFalse() {
    assertEquals("f:1:4: found yes, expected true or false", error("yes", Values::flag));
  }

  @Test
  void readsConstantsInEitherSpelling() {
    assertEquals(Word.TWO_WORDS, Values.constant(value("two-words"), Word.class));
    assertEquals(Word.TWO_WORDS, Values.constant(value("TWO_WORDS"), Word.class));
    assertEquals(
        "f:1:4: found \"three\", expected one of ONE, TWO_WORDS",
        error("three", n -> Values.constant(n, Word.class)));
  }

  @Test
  void refusesAListWhereThereIsNone() {
    assertEquals("f:1:4: found a map with a, expected a list", error("{a: 1}", Values::items));
  }

  @Test
  void reportsTheErrorsOfAllItems() {
    List<Node> items = Values.items(value("[1, a, 2, b]"));
    FormatException thrown =
        assertThrows(FormatException.class, () -> Values.each(items, n -> Values.number(n, 0, 9)));
    assertEquals(2, thrown.findings().size());
    assertEquals("\"b\"", thrown.findings().get(1).found());
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "00ff, 00ff",
    "'  00 FF  ', 00ff",
    "00*3, 000000",
    "'0102*2 03', 0102010203",
    "aa*0, ''"
  })
  void readsHex(String text, String octets) {
    assertArrayEquals(
        java.util.HexFormat.of().parseHex(octets), HexText.parse(value("\"" + text + "\"")));
  }

  @ParameterizedTest
  @CsvSource({"0", "00 0", "0g", "00*", "*3", "00*-1", "0x00"})
  void refusesBadHex(String text) {
    String message = error("\"" + text + "\"", HexText::parse);
    assertEquals(
        "pairs of hex digits, with *n to repeat a group",
        message.substring(message.indexOf("expected ") + "expected ".length()));
  }

  @Test
  void refusesHexThatStandsForTooMuch() {
    assertEquals(
        "f:1:4: found \"0000*9999999\", expected at most 16777216 octets",
        error("\"0000*9999999\"", HexText::parse));
  }

  @Test
  void refusesFieldsThatNobodyAskedFor() {
    Fields fields = Fields.of(YamlSource.parse("f", "a: 1\nb: 2"), "a map");
    fields.get("a");
    assertEquals(
        "f:2:1: found \"b\", expected one of a",
        assertThrows(FormatException.class, fields::end).getMessage());
  }

  @Test
  void namesAFieldThatIsMissing() {
    Fields fields = Fields.of(YamlSource.parse("f", "a: 1"), "a map");
    assertEquals(
        "f:1:1: \"b\" is missing",
        assertThrows(FormatException.class, () -> fields.get("b")).getMessage());
  }

  @Test
  void refusesSeveralChoicesAtOnce() {
    Fields fields = Fields.of(YamlSource.parse("f", "{a: 1, b: 2}"), "a map");
    assertEquals(
        "f:1:1: found a map with a, b, expected exactly one of a, b",
        assertThrows(FormatException.class, () -> fields.oneOf(Map.of("a", 1, "b", 2)))
            .getMessage());
  }
}
