package org.muxado.adapter.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muxado.adapter.faults.FreeChoices.Choice;
import org.muxado.tck.suite.Kit;
import org.muxado.tck.suite.KitCase;
import org.muxado.tck.suite.KitSettings;
import org.muxado.tck.verdict.CaseResult;
import org.muxado.vectors.conversation.Conversation.Chunking;

/** A test of the kit: what the specification leaves free is not judged. */
@Timeout(600)
class FreeChoicesTest {

  static Stream<Choice> choices() {
    return FreeChoices.all().stream();
  }

  @ParameterizedTest
  @MethodSource("choices")
  void isNoFault(Choice choice) {
    List<KitCase> cases = Trial.CASES.stream().filter(choice::concerns).toList();
    assertNotEquals(List.of(), cases);
    Kit kit = new Kit(choice.implementation(), new KitSettings(1, EnumSet.of(Chunking.WHOLE)));
    List<String> failed =
        cases.stream()
            .map(kit::run)
            .filter(result -> result.verdict().compareTo(choice.worst()) > 0)
            .map(FreeChoicesTest::line)
            .toList();
    assertEquals("", String.join("\n", failed));
  }

  private static String line(CaseResult result) {
    return result.id() + ": " + result.verdict() + " " + result.failures();
  }
}
