package org.muxado.tck.external;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.spi.PeerFailure;

/**
 * One line from the program: which request it answers, and how.
 *
 * @param seq the number of the request
 * @param answer the answer
 */
record AnswerLine(long seq, Answer answer) {

  /** Parses a line. */
  static AnswerLine parse(String line) throws MalformedAnswerException {
    JsonNode node = tree(line);
    JsonNode seq = node.get("seq");
    if (seq == null || !seq.isIntegralNumber() || !seq.canConvertToLong()) {
      throw new MalformedAnswerException("an answer without a whole number \"seq\"");
    }
    return new AnswerLine(seq.longValue(), answer(node));
  }

  private static JsonNode tree(String line) throws MalformedAnswerException {
    JsonNode node;
    try {
      node = Json.MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new MalformedAnswerException("not JSON: " + e.getOriginalMessage());
    }
    if (!node.isObject()) {
      throw new MalformedAnswerException("not a JSON object");
    }
    return node;
  }

  private static Answer answer(JsonNode node) throws MalformedAnswerException {
    JsonNode ok = node.get("ok");
    JsonNode error = node.get("error");
    JsonNode unimplemented = node.get("unimplemented");
    if (node.size() != 2) {
      throw new MalformedAnswerException("not \"seq\" and one more member");
    }
    if (ok != null && ok.isObject()) {
      return new Answer.Ok(ok);
    }
    if (error != null && error.isObject()) {
      return new Answer.Failed(failure(error));
    }
    if (unimplemented != null && unimplemented.isTextual()) {
      return new Answer.Unimplemented(unimplemented.textValue());
    }
    throw new MalformedAnswerException(
        "neither an object \"ok\" or \"error\" nor a string \"unimplemented\"");
  }

  private static PeerFailure failure(JsonNode error) throws MalformedAnswerException {
    AnswerFields fields = new AnswerFields(error);
    @Nullable String message = fields.optionalText("message");
    return new PeerFailure(
        fields.failureKind(),
        fields.optionalCode("code"),
        fields.optionalRetry(),
        message == null ? "" : message);
  }
}
