package org.muxado.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.muxado.cli.exit.ExitCode;
import org.muxado.vectors.VectorFile;
import org.muxado.vectors.lint.Linter;
import org.muxado.vectors.source.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code muxado lint}: checks frame vectors and conversations without playing them. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description = "Checks files of frame vectors and conversations.",
    footer = {
      "",
      "Prints one line for each fault: file, line, column, what was found, what was",
      "expected. The exit code is 1 if there was any. A file that cannot be read as",
      "YAML of its format is not checked further; the last line says so.",
      "",
      "Example: muxado lint vectors/conversations my-case.yaml"
    })
final class LintCommand implements Callable<Integer> {

  private final Streams streams;

  @Parameters(
      paramLabel = "PATH",
      description =
          "Files, and folders with *.yaml files (not target, not hidden ones); without any, what the kit carries.")
  private List<Path> paths = List.of();

  LintCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    VectorPaths read = VectorPaths.read(paths);
    List<VectorFile> files = paths.isEmpty() ? VectorFile.packaged() : read.files();
    Linter.Result result = Linter.check(files);
    List<Finding> findings = new ArrayList<>(read.unreadable());
    findings.addAll(result.findings());
    PrintWriter out = streams.text();
    findings.forEach(finding -> out.println(read.shown(finding.toString())));
    read.passedOver()
        .forEach(file -> out.println(file + ": neither vectors nor conversations, passed over"));
    int fileCount = files.size() + read.unreadable().size();
    boolean isComplete = result.isComplete() && read.unreadable().isEmpty();
    String further = isComplete ? "" : "; further checks follow once these are mended";
    out.println(
        Count.of(findings.size(), "fault") + " in " + Count.of(fileCount, "file") + further);
    return (findings.isEmpty() ? ExitCode.CONFORMANT : ExitCode.NOT_CONFORMANT).number();
  }
}
