package org.muxado.tck.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Holds recorded traffic against the published schemas. */
final class ControlSchemas {

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Schema requests = registry.getSchema(load("control-request.schema.json"));
  private final JsonNode answers = load("control-answer.schema.json");
  private final Map<Long, String> ops = new HashMap<>();

  /** Checks what the kit said; answers are checked by the operation that they answer. */
  void checkRequests(List<String> lines) throws IOException {
    for (String line : lines) {
      JsonNode request = Json.MAPPER.readTree(line);
      assertEquals(List.of(), requests.validate(request), line);
      ops.put(request.get("seq").longValue(), request.get("op").textValue());
    }
  }

  /** Checks what the program said to the requests checked before. */
  void checkAnswers(List<String> lines) throws IOException {
    for (String line : lines) {
      assertEquals(List.of(), faults(Json.MAPPER.readTree(line)), line);
    }
  }

  /** The operations that were answered ok, error or unimplemented. */
  Set<String> operations() {
    return new TreeSet<>(ops.values());
  }

  /** What is wrong with an answer. */
  List<Error> faults(JsonNode answer) {
    String op = ops.get(answer.path("seq").longValue());
    assertNotNull(op, () -> "answers nothing: " + answer);
    return forOperation(op).validate(answer);
  }

  private Schema forOperation(String op) {
    String def = answers.get("$defs").has("ok-" + op) ? "ok-" + op : "ok-plain";
    ObjectNode schema = answers.deepCopy();
    ((ObjectNode) schema.at("/properties/ok")).put("$ref", "#/$defs/" + def);
    return registry.getSchema(schema);
  }

  private static JsonNode load(String name) {
    try (InputStream in = ControlLink.class.getResourceAsStream(name)) {
      assertTrue(in != null, name);
      return Json.MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
