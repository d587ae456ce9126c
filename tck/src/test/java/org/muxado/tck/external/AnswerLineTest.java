package org.muxado.tck.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muxado.tck.spi.FailureKind;
import org.muxado.tck.spi.PeerFailure;

final class AnswerLineTest {

  @Test
  void readsAnErrorWithoutCodeAndVerdict() throws Exception {
    AnswerLine line = AnswerLine.parse("{\"seq\":9,\"error\":{\"kind\":\"CLOSED_HERE\"}}");
    PeerFailure failure = assertInstanceOf(Answer.Failed.class, line.answer()).failure();
    assertEquals(9, line.seq());
    assertEquals(FailureKind.CLOSED_HERE, failure.kind());
    assertEquals(-1, failure.code());
    assertEquals(null, failure.retry());
  }

  @Test
  void readsACodeOf32Bits() throws Exception {
    AnswerLine line =
        AnswerLine.parse("{\"seq\":1,\"error\":{\"kind\":\"OTHER\",\"code\":4294967294}}");
    assertEquals(-2, assertInstanceOf(Answer.Failed.class, line.answer()).failure().code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"seq\":1}",
        "{\"ok\":{}}",
        "{\"seq\":\"1\",\"ok\":{}}",
        "{\"seq\":1.5,\"ok\":{}}",
        "{\"seq\":1,\"ok\":true}",
        "{\"seq\":1,\"ok\":{},\"error\":{\"kind\":\"OTHER\"}}",
        "{\"seq\":1,\"seq\":2,\"ok\":{}}",
        "{\"seq\":1,\"ok\":{}} {}",
        "{\"seq\":1,\"unimplemented\":{}}",
        "{\"seq\":1,\"error\":{\"kind\":\"ODD\"}}",
        "{\"seq\":1,\"error\":{\"kind\":\"OTHER\",\"code\":-1}}",
        "{\"seq\":1,\"error\":{\"kind\":\"OTHER\",\"retry\":\"MAYBE\"}}"
      })
  void refusesAMalformedLine(String line) {
    assertThrows(MalformedAnswerException.class, () -> AnswerLine.parse(line));
  }
}
