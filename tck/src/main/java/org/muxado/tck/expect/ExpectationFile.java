package org.muxado.tck.expect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.muxado.spec.Requirements;
import org.muxado.tck.verdict.Verdict;
import org.muxado.vectors.source.Fields;
import org.muxado.vectors.source.FormatException;
import org.muxado.vectors.source.Node;
import org.muxado.vectors.source.Values;
import org.muxado.vectors.source.YamlSource;

/**
 * Reads a file of expected failures:
 *
 * <pre>
 * implementation: go-muxado-v1
 * entries:
 *   - {case: "priority/**", verdict: NON_STRICT, reason: carries the number and ignores it}
 *   - {case: goaway/split, verdict: FAIL, at: step 8, requirement: RETRY-7, reason: ..., until: 2027-12-31}
 *   - {case: wire/x, verdict: FAIL, at: monitor, actual: octets into GOAWAY, reason: ...}
 * </pre>
 */
public final class ExpectationFile {

  private static final Set<Verdict> EXPECTABLE =
      Set.of(
          Verdict.NON_STRICT, Verdict.FAIL, Verdict.UNIMPLEMENTED, Verdict.HUNG, Verdict.CRASHED);

  private static final Pattern LABEL =
      Pattern.compile("(step|never) [1-9][0-9]*|monitor|start|end|call|codec");
  private static final Requirements REQUIREMENTS = Requirements.load();

  private ExpectationFile() {}

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read
   * @throws FormatException if it does not keep to the format
   */
  public static Expectations read(Path file) throws IOException {
    return parse(file.toString(), Files.readString(file));
  }

  /**
   * Reads a text.
   *
   * @param name the file's name, for errors
   * @throws FormatException if it does not keep to the format
   */
  public static Expectations parse(String name, String text) {
    Fields file = Fields.of(YamlSource.parse(name, text), "a map with implementation and entries");
    String implementation = file.text("implementation");
    List<Expectation> entries = new ArrayList<>();
    Values.each(Values.items(file.get("entries")), item -> entries.add(entry(item)));
    file.end();
    return new Expectations(file.at(), implementation, entries);
  }

  private static Expectation entry(Node node) {
    Fields fields = Fields.of(node, "a map with case, verdict and reason");
    Expectation entry =
        new Expectation(
            CasePattern.of(fields.text("case")),
            fields.find("requirement").map(ExpectationFile::requirement).orElse(null),
            fields.find("at").map(ExpectationFile::label).orElse(null),
            fields.optionalText("actual"),
            verdict(fields.get("verdict")),
            reason(fields.get("reason")),
            fields.find("until").map(ExpectationFile::date).orElse(null),
            node.at());
    fields.end();
    return entry;
  }

  private static String requirement(Node node) {
    String id = Values.text(node);
    if (REQUIREMENTS.find(id).isEmpty()) {
      throw node.expected("an id of spec/requirements.yaml");
    }
    return id;
  }

  private static String label(Node node) {
    String label = Values.text(node);
    if (!LABEL.matcher(label).matches()) {
      throw node.expected("step N, never N, monitor, start, end, call or codec");
    }
    return label;
  }

  private static Verdict verdict(Node node) {
    Verdict verdict = Values.constant(node, Verdict.class);
    if (!EXPECTABLE.contains(verdict)) {
      throw node.expected("one of " + EXPECTABLE.stream().sorted().toList());
    }
    return verdict;
  }

  private static String reason(Node node) {
    String reason = Values.text(node);
    if (reason.isBlank()) {
      throw node.expected("why the failure is there");
    }
    return reason;
  }

  private static LocalDate date(Node node) {
    try {
      return LocalDate.parse(Values.text(node));
    } catch (DateTimeParseException e) {
      throw node.expected("a date such as 2027-12-31");
    }
  }
}
