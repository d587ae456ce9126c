package org.muxado.tck.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Holds a JSON report against the schema that comes with the kit. */
final class SchemaCheck {

  private SchemaCheck() {}

  static List<String> faults(String report) throws IOException {
    try (InputStream in = JsonReport.class.getResourceAsStream("report.schema.json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
      return schema.validate(new ObjectMapper().readTree(report)).stream()
          .map(Object::toString)
          .toList();
    }
  }
}
