package org.muxado.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.muxado.cli.exit.ExitCode;
import org.muxado.spec.Requirement;
import org.muxado.spec.Requirements;
import org.muxado.tck.suite.CaseCatalog;
import org.muxado.tck.suite.KitCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muxado list}: names the cases or the requirements. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists cases, or requirements with the number of their cases.",
    footer = {"", "Example: muxado list --case 'goaway/**' --level MUST"})
final class ListCommand implements Callable<Integer> {

  private final Streams streams;
  private final Supplier<CaseCatalog> catalog;

  @Mixin private CaseFilter filter = new CaseFilter();

  @Option(
      names = "--requirements",
      description = "List requirements instead; with filters, those that the cases test.")
  private boolean isOfRequirements;

  ListCommand(Streams streams, Supplier<CaseCatalog> catalog) {
    this.streams = streams;
    this.catalog = catalog;
  }

  @Override
  public Integer call() {
    List<KitCase> all = catalog.get().cases();
    List<KitCase> selected = filter.select(all, "see 'muxado list'");
    if (isOfRequirements) {
      listRequirements(selected, selected.size() < all.size());
    } else {
      listCases(selected);
    }
    return ExitCode.CONFORMANT.number();
  }

  private void listCases(List<KitCase> cases) {
    int width = cases.stream().mapToInt(c -> c.id().length()).max().orElse(1);
    String format = "%-" + width + "s  %-6s  %s%n";
    PrintWriter out = streams.text();
    cases.forEach(c -> out.printf(format, c.id(), c.level(), c.title()));
  }

  private void listRequirements(List<KitCase> cases, boolean isFiltered) {
    for (Requirement requirement : Requirements.load().all()) {
      long count = cases.stream().filter(c -> c.requirements().contains(requirement.id())).count();
      if (count > 0 || !isFiltered) {
        streams.text().println(line(requirement, count));
      }
    }
  }

  private static String line(Requirement requirement, long cases) {
    String tested = requirement.isTestable() || cases > 0 ? Count.of(cases, "case") : "untestable";
    return "%-10s  %-10s  %-10s  %s"
        .formatted(requirement.id(), requirement.level().label(), tested, requirement.text());
  }
}
