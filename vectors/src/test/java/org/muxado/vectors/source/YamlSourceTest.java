package org.muxado.vectors.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class YamlSourceTest {

  private static String error(String text) {
    return assertThrows(FormatException.class, () -> YamlSource.parse("f.yaml", text)).getMessage();
  }

  @Test
  void knowsThePlaceOfEveryValue() {
    Node root = YamlSource.parse("f.yaml", "a:\n  - 1\n  - {b: two}\n");
    Fields fields = Fields.of(root, "a map");
    Node second = Values.items(fields.get("a")).get(1);
    assertEquals("f.yaml:3:5", second.at().toString());
    assertEquals("f.yaml:3:9", Fields.of(second, "a map").get("b").at().toString());
  }

  @Test
  void refusesAKeyThatStandsTwice() {
    assertEquals("f.yaml:2:1: found \"a\" again, expected each key once", error("a: 1\na: 2\n"));
  }

  @Test
  void refusesAliases() {
    assertEquals(
        "f.yaml:2:4: found an alias, expected the value itself", error("a: &x 1\nb: *x\n"));
  }

  @Test
  void refusesASecondDocument() {
    assertTrue(
        error("a: 1\n---\nb: 2\n").endsWith("found a second document, expected one document"));
  }

  @Test
  void refusesAnEmptyFile() {
    assertEquals("f.yaml:1:1: found nothing, expected a map", error("# only a comment\n"));
  }

  @Test
  void namesThePlaceWhereTextIsNotYaml() {
    String message = error("a: [1, 2\nb: 3\n");
    assertTrue(message.startsWith("f.yaml:2:"), message);
    assertTrue(message.contains(": not YAML: expected ',' or ']'"), message);
    assertTrue(message.endsWith("(while parsing a flow sequence)"), message);
  }
}
