package org.muxado.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the text and the data together. */
final class SpecTextTest {
  private static final Pattern KEY_WORD = Pattern.compile("\\b(MUST|SHOULD|MAY|SHALL)\\b");

  private final Requirements requirements = Requirements.load();
  private final SpecText text = new SpecText();

  @Test
  void textAndDataHoldTheSameRules() {
    List<SpecText.Rule> fromData =
        requirements.all().stream()
            .map(r -> new SpecText.Rule(r.id(), r.section(), r.text()))
            .toList();
    assertEquals(sorted(fromData), sorted(text.rules()));
  }

  private static List<SpecText.Rule> sorted(List<SpecText.Rule> rules) {
    return rules.stream().sorted(Comparator.comparing(SpecText.Rule::id)).toList();
  }

  @Test
  void onlyRulesUseTheKeyWords() {
    for (String line : text.otherLines()) {
      String withoutCode = line.replaceAll("`[^`]*`", "");
      assertFalse(KEY_WORD.matcher(withoutCode).find(), line);
    }
  }

  @Test
  void everyIdInTheTextExists() {
    for (String id : text.citedIds()) {
      boolean isNote = text.whole().contains("### " + id + ". ");
      boolean isEncoding = id.equals("UTF-8");
      assertTrue(isNote || isEncoding || requirements.find(id).isPresent(), id);
    }
  }

  @Test
  void interopNotesAreNumberedWithoutGaps() {
    List<String> notes =
        Pattern.compile("^### INTEROP-(\\d+)\\. ", Pattern.MULTILINE)
            .matcher(text.whole())
            .results()
            .map(match -> match.group(1))
            .toList();
    assertFalse(notes.isEmpty());
    for (int i = 0; i < notes.size(); i++) {
      assertEquals(Integer.toString(i + 1), notes.get(i));
    }
  }

  @Test
  void errorCodesAreThoseOfTableTwo() {
    for (ErrorCode code : ErrorCode.values()) {
      String row = "| " + code.number() + " | " + code.label() + " |";
      assertTrue(text.whole().contains(row), row);
    }
  }

  @Test
  void everyExampleIsMadeOfWholeFrames() {
    List<String> examples = text.blocks("hex");
    assertEquals(9, examples.size());
    examples.forEach(SpecTextTest::checkFrames);
  }

  private static void checkFrames(String example) {
    byte[] octets = octets(example);
    int at = 0;
    while (at < octets.length) {
      assertTrue(at + 8 <= octets.length, () -> "half a header in\n" + example);
      int length = ((octets[at] & 0x3f) << 8) | (octets[at + 1] & 0xff);
      int type = octets[at + 3] & 0x1f;
      assertTrue(type >= 1 && type <= 6, () -> "type " + type + " in\n" + example);
      at += 8 + length;
    }
    assertEquals(octets.length, at, () -> "length differs from payload in\n" + example);
  }

  private static byte[] octets(String example) {
    StringBuilder hex = new StringBuilder();
    example.lines().forEach(line -> hex.append(line.replaceAll(";.*", "").replace(" ", "")));
    return HexFormat.of().parseHex(hex);
  }
}
