package org.muxado.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.muxado.cli.exit.ExitCode;
import org.muxado.cli.exit.UserException;
import org.muxado.cli.explain.CaseText;
import org.muxado.cli.explain.Knowledge;
import org.muxado.cli.explain.RequirementText;
import org.muxado.cli.explain.TestCase;
import org.muxado.spec.Requirement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code muxado explain}: tells what a requirement or a case is about. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Explains requirements and cases.",
    footer = {"", "Example: muxado explain FLOW-1 'GOAWAY-*'"})
final class ExplainCommand implements Callable<Integer> {

  private static final int SUGGESTIONS = 5;

  private final Streams streams;
  private final Supplier<Knowledge> source;

  @Parameters(
      arity = "1..*",
      paramLabel = "ID",
      description =
          "A requirement such as FLOW-1, or a case such as those of 'muxado list'; * stands for"
              + " anything but a slash, ** for anything.")
  private List<String> ids = List.of();

  ExplainCommand(Streams streams, Supplier<Knowledge> source) {
    this.streams = streams;
    this.source = source;
  }

  @Override
  public Integer call() {
    Knowledge knowledge = source.get();
    List<List<String>> texts = ids.stream().flatMap(id -> texts(knowledge, id).stream()).toList();
    String separator = "";
    for (List<String> text : texts) {
      streams.text().print(separator);
      text.forEach(streams.text()::println);
      separator = System.lineSeparator();
    }
    return ExitCode.CONFORMANT.number();
  }

  private static List<List<String>> texts(Knowledge knowledge, String id) {
    List<List<String>> texts = new ArrayList<>();
    knowledge.findRequirements(id).stream()
        .map(new RequirementText(knowledge)::lines)
        .forEach(texts::add);
    knowledge.findCases(id).stream().map(new CaseText(knowledge)::lines).forEach(texts::add);
    if (texts.isEmpty()) {
      throw unknown(knowledge, id);
    }
    return texts;
  }

  private static UserException unknown(Knowledge knowledge, String id) {
    String part = id.toLowerCase(Locale.ROOT);
    List<String> similar =
        Stream.concat(
                knowledge.requirements().all().stream().map(Requirement::id),
                knowledge.cases().stream().map(TestCase::id))
            .filter(known -> known.toLowerCase(Locale.ROOT).contains(part))
            .limit(SUGGESTIONS)
            .toList();
    String hint =
        similar.isEmpty()
            ? "see 'muxado list' and 'muxado list --requirements'"
            : "did you mean " + String.join(", ", similar) + "?";
    return new UserException("no requirement or case has the id " + id + "; " + hint);
  }
}
