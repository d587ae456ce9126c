package org.muxado.tck.external;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs {@link FakeProgram} on the class path of the tests. */
public final class Fakes {

  /** Short where a test waits for the whole of it, long where it must not strike. */
  private static final Duration SHORT = Duration.ofMillis(300);

  private static final Duration LONG = Duration.ofSeconds(60);

  private Fakes() {}

  /** A program with this fault and settings that no test waits for. */
  public static ExternalImplementation patient(String fault, Path... record) {
    return program(fault, new ExternalSettings(LONG, LONG, LONG, LONG), record);
  }

  /** A program that the kit gives up at hello. */
  static ExternalImplementation hurriedHello(String fault) {
    return program(fault, new ExternalSettings(SHORT, LONG, LONG, LONG));
  }

  /** A program that the kit gives up at start soon. */
  public static ExternalImplementation hurriedStarts(String fault) {
    return program(fault, new ExternalSettings(LONG, SHORT, SHORT, LONG));
  }

  /** A program that the kit gives up at start and at end. */
  static ExternalImplementation hurriedSessions(String fault, Path... record) {
    return program(fault, new ExternalSettings(LONG, Duration.ofSeconds(3), SHORT, LONG), record);
  }

  private static ExternalImplementation program(
      String fault, ExternalSettings settings, Path... record) {
    return ExternalImplementation.of(command(fault, record), settings);
  }

  /** The command line of a program with this fault. */
  static List<String> command(String fault, Path... record) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FakeProgram.class.getName(),
                fault));
    for (Path file : record) {
      command.add(file.toString());
    }
    return command;
  }
}
