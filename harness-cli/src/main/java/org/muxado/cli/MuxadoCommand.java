package org.muxado.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code muxado} command, of which every verb is a subcommand. */
@Command(
    name = "muxado",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Tests implementations of the muxado protocol, and looks at its octets.",
    footer = {
      "",
      "Exit codes:",
      "  0  conformant, or as expected",
      "  1  not conformant",
      "  2  wrong use, or nothing matched, or every case was skipped",
      "  3  fault of the kit",
      "  4  the implementation did not start, or broke the control protocol",
      "  5  stale expectations",
      "  130  interrupted; a run sums up and reports what it has judged by then",
      "",
      "Example: muxado run --sut bundled"
    })
public final class MuxadoCommand implements Callable<Integer> {

  @Spec
  private @SuppressWarnings("NullAway.Init") CommandSpec spec;

  /** The complete command, reading and writing there. */
  public static CommandLine on(Streams streams) {
    CommandLine command =
        new CommandLine(new MuxadoCommand())
            .addSubcommand(new RunCommand(streams, Packaged::catalog))
            .addSubcommand(new ListCommand(streams, Packaged::catalog))
            .addSubcommand(new ExplainCommand(streams, Packaged::knowledge))
            .addSubcommand(new ReplayCommand(streams))
            .addSubcommand(new LintCommand(streams))
            .addSubcommand(new DecodeCommand(streams))
            .addSubcommand(new EncodeCommand(streams));
    return command
        .setOut(streams.text())
        .setErr(streams.err())
        .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpLongOptionsMaxWidth(30)
        .setAbbreviatedSubcommandsAllowed(false)
        .setParameterExceptionHandler(ErrorReport::onWrongUse)
        .setExecutionExceptionHandler(ErrorReport::onException);
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "no command was given");
  }
}
