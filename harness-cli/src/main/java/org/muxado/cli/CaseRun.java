package org.muxado.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muxado.cli.exit.ExitCode;
import org.muxado.cli.exit.UserException;
import org.muxado.cli.run.ConsoleListener;
import org.muxado.cli.run.FailureLimit;
import org.muxado.cli.run.Interruption;
import org.muxado.cli.run.Judged;
import org.muxado.cli.run.LiveLine;
import org.muxado.cli.run.ReplayLine;
import org.muxado.cli.run.Summary;
import org.muxado.cli.sut.Sut;
import org.muxado.tck.expect.Expectations;
import org.muxado.tck.external.ExternalImplementation;
import org.muxado.tck.external.ProgramFailedException;
import org.muxado.tck.junit.ConformanceRun;
import org.muxado.tck.junit.RunListener;
import org.muxado.tck.player.RuleBook;
import org.muxado.tck.player.StackText;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.ImplementationInfo;
import org.muxado.tck.suite.CaseCatalog;
import org.muxado.tck.suite.Kit;
import org.muxado.tck.suite.KitCase;
import org.muxado.tck.suite.KitSettings;
import org.muxado.tck.suite.RunResult;
import org.muxado.tck.verdict.CaseResult;
import org.muxado.tck.verdict.KitFaultException;
import picocli.CommandLine.Mixin;

/** Runs cases against an implementation and tells what came of it: what run and replay share. */
final class CaseRun {

  @Mixin private SutOptions sutOptions = new SutOptions();
  @Mixin private CaseFilter filter = new CaseFilter();
  @Mixin private RunOptions runOptions = new RunOptions();
  @Mixin private ReportOptions reportOptions = new ReportOptions();

  /**
   * Runs the cases of a catalog that the options name.
   *
   * @param whereToLook tells where the ids of the cases are found
   * @param command how the command line that shows a failure again begins
   */
  ExitCode execute(Streams streams, CaseCatalog catalog, String whereToLook, List<String> command) {
    reportOptions.check();
    Expectations expectations = reportOptions.expectations();
    KitSettings settings = runOptions.settings();
    List<KitCase> cases = filter.select(catalog.cases(), whereToLook);
    List<List<KitCase>> rounds = runOptions.rounds(cases);
    List<String> again = new ArrayList<>(command);
    again.addAll(sutOptions.asGiven());
    try (Sut sut = sutOptions.locate()) {
      greet(streams.text(), sut, rounds);
      requireOwn(expectations, sut);
      Kit kit = new Kit(sut.implementation(), settings);
      RunResult result = run(streams, kit, rounds, expectations, catalog, new ReplayLine(again));
      reportOptions.write(result, kit.rules());
      reportOptions.writeDraft(result, expectations, streams.text());
      ExitCode exitCode = conclude(streams, summary(result.results(), expectations, catalog));
      return exitCode == ExitCode.KIT_FAULT ? exitCode : refuseBrokenProtocol(sut, exitCode);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names the implementation; this starts its program, if it is one. */
  private static void greet(PrintWriter out, Sut sut, List<List<KitCase>> rounds) {
    Implementation implementation = sut.implementation();
    ImplementationInfo info;
    try {
      info = implementation.info();
      implementation.capabilities();
    } catch (KitFaultException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw unusable(sut, e);
    }
    String cases = Count.of(rounds.get(0).size(), "case");
    String times = rounds.size() == 1 ? "" : ", " + rounds.size() + " times";
    out.printf("%s %s (%s): %s%s%n%n", info.name(), info.version(), info.language(), cases, times);
  }

  /** A program that broke the control protocol was not tested, whatever its cases gave. */
  private static ExitCode refuseBrokenProtocol(Sut sut, ExitCode exitCode) {
    if (sut.implementation() instanceof ExternalImplementation program) {
      Optional<ProgramFailedException> failure = program.brokenProtocol();
      if (failure.isPresent()) {
        throw unusable(sut, failure.get());
      }
    }
    return exitCode;
  }

  private static UserException unusable(Sut sut, Throwable e) {
    return new UserException(
        ExitCode.IMPLEMENTATION_UNUSABLE, "--sut " + sut.name() + ": " + reason(e));
  }

  private static void requireOwn(Expectations expectations, Sut sut) {
    Optional<String> complaint = expectations.complaintAbout(sut.implementation().info().name());
    if (complaint.isPresent()) {
      throw new UserException(complaint.get());
    }
  }

  private static String reason(Throwable e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return StackText.missingClass(e).orElse(message);
  }

  private RunResult run(
      Streams streams,
      Kit kit,
      List<List<KitCase>> rounds,
      Expectations expectations,
      CaseCatalog catalog,
      ReplayLine replayLine) {
    int total = rounds.size() * rounds.get(0).size();
    ConsoleListener.Screen screen = screen(streams);
    ConsoleListener console =
        new ConsoleListener(screen, expectations, kit.rules(), replayLine, total);
    Judged judged =
        new Judged(
            new FailureLimit(console, expectations, runOptions.maxFailures()),
            kit.implementation().info());
    Runnable lastWords =
        () -> {
          RunResult result = judged.stop().stoppedBefore(total, "interrupted");
          screen.live().clear();
          tellWhatIsLeft(screen.out(), result);
          reportInterrupted(streams.err(), result, kit.rules());
          summary(result.results(), expectations, catalog).lines().forEach(screen.out()::println);
        };
    RunResult result =
        run(kit, rounds, judged, new Interruption(lastWords))
            .stoppedBefore(total, "stopped by --max-failures");
    tellWhatIsLeft(screen.out(), result);
    return result;
  }

  /** Nobody is left to catch what cannot be written; the counts are told all the same. */
  private void reportInterrupted(PrintWriter err, RunResult result, RuleBook rules) {
    try {
      reportOptions.write(result, rules);
    } catch (UserException e) {
      err.println("muxado: " + e.getMessage());
    }
  }

  private RunResult run(
      Kit kit, List<List<KitCase>> rounds, RunListener listener, Interruption interruption) {
    List<KitCase> cases = new ArrayList<>();
    List<CaseResult> results = new ArrayList<>();
    long durationNanos = 0;
    try (interruption) {
      for (List<KitCase> round : rounds) {
        RunResult result = new ConformanceRun(kit, round, runOptions.jobs()).execute(listener);
        cases.addAll(result.cases());
        results.addAll(result.results());
        durationNanos += result.durationNanos();
      }
    }
    return new RunResult(kit.implementation().info(), cases, results, durationNanos);
  }

  private static void tellWhatIsLeft(PrintWriter out, RunResult result) {
    RunResult.Stopped stopped = result.stopped();
    if (stopped != null) {
      int asked = stopped.notRun() + result.results().size();
      String left = stopped.notRun() + " of " + Count.of(asked, "case") + " did not run";
      out.println(stopped.why() + ": " + left + "\n");
    }
  }

  private ConsoleListener.Screen screen(Streams streams) {
    LiveLine live = new LiveLine(streams.live(), streams.isLive());
    return new ConsoleListener.Screen(streams.text(), live, reportOptions.isVerbose());
  }

  private static Summary summary(
      List<CaseResult> results, Expectations expectations, CaseCatalog catalog) {
    return new Summary(
        results, expectations, expectations.assess(results, catalog.ids(), ReportOptions.today()));
  }

  private static ExitCode conclude(Streams streams, Summary summary) {
    summary.lines().forEach(streams.text()::println);
    if (summary.exitCode() == ExitCode.KIT_FAULT) {
      ErrorReport.kitErrors(streams.err());
    }
    return summary.exitCode();
  }
}
