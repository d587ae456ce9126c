package org.muxado.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.muxado.cli.exit.UserException;
import org.muxado.spec.Requirements;
import org.muxado.tck.expect.ExpectationDraft;
import org.muxado.tck.expect.ExpectationFile;
import org.muxado.tck.expect.Expectations;
import org.muxado.tck.player.RuleBook;
import org.muxado.tck.report.JUnitXmlReport;
import org.muxado.tck.report.JsonReport;
import org.muxado.tck.suite.RunResult;
import picocli.CommandLine.Option;

/** The options that say what results are held against, and where they are told. */
final class ReportOptions {

  /** The formats of reports. */
  enum Format {
    JUNIT,
    JSON
  }

  @Option(
      names = "--expect",
      paramLabel = "FILE",
      description = "The expected failures; anything else, better or worse, is an error.")
  private @Nullable Path expectations;

  @Option(
      names = "--write-expect",
      paramLabel = "FILE",
      description =
          "Write a new file with an entry for each failure that is not expected yet; say why in it.")
  private @Nullable Path draft;

  @Option(
      names = "--report",
      paramLabel = "FORMAT=FILE",
      description = "Write a report too: junit=FILE for JUnit XML, json=FILE for JSON.")
  private Map<Format, Path> reports = Map.of();

  @Option(
      names = {"-v", "--verbose"},
      description = "Name every case and its verdict.")
  private boolean isVerbose;

  /** Whether every case is named. */
  boolean isVerbose() {
    return isVerbose;
  }

  /** The day by which expectations expire. */
  static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  /** The expected failures; none unless a file was given. */
  Expectations expectations() {
    if (expectations == null) {
      return Expectations.none();
    }
    if (!Files.isRegularFile(expectations)) {
      throw new UserException("--expect " + expectations + ": there is no such file");
    }
    try {
      return ExpectationFile.read(expectations);
    } catch (IOException e) {
      throw new UserException("--expect " + expectations + ": cannot be read: " + e);
    }
  }

  /** Refuses reports that could not be written in the end. */
  void check() {
    reports.forEach((format, file) -> check("--report " + name(format) + "=" + file, file));
    if (draft != null) {
      check("--write-expect " + draft, draft);
      if (Files.exists(draft)) {
        throw new UserException("--write-expect " + draft + " is there already");
      }
    }
  }

  private static void check(String option, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(file) || !Files.isDirectory(folder)) {
      String reason = Files.isDirectory(file) ? " is a folder" : ": its folder does not exist";
      throw new UserException(option + reason);
    }
  }

  private static String name(Format format) {
    return format.name().toLowerCase(Locale.ROOT);
  }

  /** Writes the draft of a file of expected failures, if one was asked for, and says so. */
  void writeDraft(RunResult result, Expectations known, PrintWriter out) {
    if (draft == null) {
      return;
    }
    ExpectationDraft text =
        new ExpectationDraft(result.implementation().name(), result.results(), known);
    try {
      Files.writeString(draft, text.text(), StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UserException("--write-expect " + draft + ": " + e);
    }
    out.println(
        draft + ": " + Count.of(text.entryCount(), "failure") + " written; say why of each\n");
  }

  /** Writes the reports. */
  void write(RunResult result, RuleBook rules) {
    reports.forEach((format, file) -> write(format, file, result, rules));
  }

  private static void write(Format format, Path file, RunResult result, RuleBook rules) {
    try (Writer out = Files.newBufferedWriter(file)) {
      switch (format) {
        case JUNIT -> JUnitXmlReport.write(result, rules, out);
        case JSON -> JsonReport.write(result, Requirements.load(), out);
      }
    } catch (IOException | XMLStreamException e) {
      throw new UserException("--report " + name(format) + "=" + file + ": " + e);
    }
  }
}
