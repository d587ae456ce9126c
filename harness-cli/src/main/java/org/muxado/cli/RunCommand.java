package org.muxado.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.muxado.tck.suite.CaseCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muxado run}: runs the kit's cases against an implementation. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    description = "Runs the kit's cases against an implementation.",
    footer = {
      "",
      "The last line counts what passed, failed and was skipped; what failed as",
      "expected is counted before it. 'muxado --help' lists the exit codes.",
      "",
      "Example: muxado run --sut cmd:./my-driver --case 'goaway/**' --expect known.yaml"
    })
final class RunCommand implements Callable<Integer> {

  private final Streams streams;
  private final Supplier<CaseCatalog> catalog;

  @Mixin private CaseRun run = new CaseRun();

  RunCommand(Streams streams, Supplier<CaseCatalog> catalog) {
    this.streams = streams;
    this.catalog = catalog;
  }

  @Override
  public Integer call() {
    return run.execute(streams, catalog.get(), "see 'muxado list'", List.of("run")).number();
  }
}
