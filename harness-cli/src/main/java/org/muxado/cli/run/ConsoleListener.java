package org.muxado.cli.run;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.muxado.tck.expect.Expectation;
import org.muxado.tck.expect.Expectations;
import org.muxado.tck.junit.RunListener;
import org.muxado.tck.player.RuleBook;
import org.muxado.tck.report.FailureText;
import org.muxado.tck.suite.KitCase;
import org.muxado.tck.verdict.CaseResult;
import org.muxado.tck.verdict.Failure;

/**
 * Shows a run while it goes on: one changing line on a terminal, and every failure that was not
 * expected as soon as it is known, with the command that shows it again.
 */
public final class ConsoleListener implements RunListener {

  private final Screen screen;
  private final Expectations expectations;
  private final RuleBook rules;
  private final ReplayLine replayLine;
  private final int total;
  private Tally tally = Tally.NONE;

  /**
   * Makes a listener for one run.
   *
   * @param expectations the failures that are not shown
   * @param total how many cases the run has
   */
  public ConsoleListener(
      Screen screen, Expectations expectations, RuleBook rules, ReplayLine replayLine, int total) {
    this.screen = screen;
    this.expectations = expectations;
    this.rules = rules;
    this.replayLine = replayLine;
    this.total = total;
  }

  /**
   * What people look at.
   *
   * @param out takes what stays
   * @param live shows what is going on
   * @param isVerbose whether every case is named
   */
  public record Screen(PrintWriter out, LiveLine live, boolean isVerbose) {}

  @Override
  public void caseStarted(KitCase kitCase) {
    String failed = tally.failed() == 0 ? "" : tally.failed() + " failed, ";
    screen.live().show("%d of %d: %s%s".formatted(tally.total() + 1, total, failed, kitCase.id()));
  }

  @Override
  public void caseFinished(KitCase kitCase, CaseResult result) {
    tally = tally.plus(result, expectations);
    screen.live().clear();
    List<Failure> unexpected = expectations.unexpected(result);
    if (!unexpected.isEmpty()) {
      screen.out().println(FailureText.of(kitCase, result, rules).stripTrailing());
      unexpected.forEach(failure -> tellWhereExpected(kitCase.id(), failure));
      screen.out().println("see it again: " + replayLine.of(kitCase.id()));
      screen.out().println();
    } else if (screen.isVerbose()) {
      screen.out().println(result.verdict() + " " + kitCase.id());
    }
  }

  private void tellWhereExpected(String caseId, Failure failure) {
    Optional<Expectation> entry = expectations.expectedElsewhere(caseId, failure);
    if (entry.isPresent()) {
      String expected = entry.get().place() + ": this " + failure.verdict() + " is expected at ";
      screen.out().println(expected + entry.get().at() + ", not at " + failure.at());
    }
  }
}
