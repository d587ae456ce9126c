package org.muxado.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Set;
import org.muxado.cli.exit.ExitCode;
import org.muxado.cli.exit.UserException;
import org.muxado.vectors.source.FormatException;
import org.muxado.vectors.source.Spelling;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells people what went wrong: one message without a stack trace, except for a fault of the kit,
 * which says where to report it and shows the trace.
 */
final class ErrorReport {

  private static final String ISSUES = "the issue tracker of the muxado project";

  private ErrorReport() {}

  /** Options or arguments that are not as the command wants them. */
  static int onWrongUse(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    String message = e instanceof UnmatchedArgumentException u ? unknown(u) : e.getMessage();
    err.println(
        "muxado: " + message + "; see '" + command.getCommandSpec().qualifiedName() + " --help'");
    return ExitCode.USAGE.number();
  }

  private static String unknown(UnmatchedArgumentException e) {
    CommandLine command = e.getCommandLine();
    String word = e.getUnmatched().get(0);
    boolean isOption = word.startsWith("-");
    Map<String, CommandLine> commands = command.getSubcommands();
    Set<String> known =
        isOption ? command.getCommandSpec().optionsMap().keySet() : commands.keySet();
    String kind = isOption ? "option" : commands.isEmpty() ? "argument" : "command";
    String meant =
        Spelling.closest(word, known).map(name -> ", did you mean '" + name + "'?").orElse("");
    return "unknown " + kind + " '" + word + "'" + meant;
  }

  /** Anything that a command threw. */
  static int onException(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (e instanceof UserException user) {
      err.println("muxado: " + user.getMessage());
      return user.exitCode().number();
    }
    if (e instanceof FormatException format) {
      format.findings().forEach(finding -> err.println("muxado: " + finding));
      return ExitCode.USAGE.number();
    }
    return kitFault(e, err);
  }

  /** A fault of our own. */
  static int kitFault(Throwable e, PrintWriter err) {
    kitErrors(err);
    e.printStackTrace(err);
    return ExitCode.KIT_FAULT.number();
  }

  /** Asks for a report of a fault of our own, whose trace is shown beside it. */
  static void kitErrors(PrintWriter err) {
    err.println("muxado: the kit itself failed, which says nothing of the implementation.");
    err.println("Please report the command and everything that it printed to " + ISSUES + ".");
    err.println("muxado " + VersionLine.version() + ", Java " + Runtime.version());
  }
}
