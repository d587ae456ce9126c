package org.muxado.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.muxado.cli.exit.UserException;
import org.muxado.tck.suite.CaseCatalog;
import org.muxado.vectors.Vectors;
import org.muxado.vectors.lint.Linter;
import org.muxado.vectors.source.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code muxado replay}: plays conversations and frame vectors of one's own. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    description = "Plays files of conversations or frame vectors against an implementation.",
    footer = {
      "",
      "The format is told in vectors/README.md; 'muxado lint' checks it.",
      "",
      "Example: muxado replay my-case.yaml --sut cmd:./my-driver"
    })
final class ReplayCommand implements Callable<Integer> {

  private static final int SHOWN_IDS = 10;

  private final Streams streams;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files, or folders with *.yaml files.")
  private List<Path> paths = List.of();

  @Mixin private CaseRun run = new CaseRun();

  ReplayCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    VectorPaths read = VectorPaths.read(paths);
    List<Finding> findings = new ArrayList<>(read.unreadable());
    findings.addAll(Linter.check(read.files()).findings());
    if (!findings.isEmpty()) {
      String first = read.shown(findings.get(0).toString());
      String others = findings.size() == 1 ? "" : " (and " + (findings.size() - 1) + " more)";
      throw new UserException(first + others + "; see 'muxado lint'");
    }
    List<String> command = new ArrayList<>(List.of("replay"));
    paths.forEach(path -> command.add(path.toString()));
    CaseCatalog catalog = CaseCatalog.of(Vectors.read(read.files()));
    return run.execute(streams, catalog, "there are " + shown(catalog.ids()), command).number();
  }

  private static String shown(List<String> ids) {
    String first = String.join(", ", ids.subList(0, Math.min(SHOWN_IDS, ids.size())));
    return ids.size() <= SHOWN_IDS ? first : first + " and " + (ids.size() - SHOWN_IDS) + " more";
  }
}
