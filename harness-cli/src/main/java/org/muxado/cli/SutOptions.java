package org.muxado.cli;

import java.util.ArrayList;
import java.util.List;
import org.muxado.cli.sut.Sut;
import org.muxado.cli.sut.SutLocator;
import picocli.CommandLine.Option;

/** The options that name the implementation under test. */
final class SutOptions {

  @Option(
      names = "--sut",
      paramLabel = "SUT",
      defaultValue = "bundled",
      description =
          "The implementation: 'bundled' (the default), a jar or a folder of classes,"
              + " 'class:NAME', or 'cmd:COMMAND' for a program that speaks the control protocol.")
  private String sut = "bundled";

  @Option(
      names = "--classpath",
      paramLabel = "PATH",
      defaultValue = "",
      description = "Jars and folders that the implementation needs.")
  private String classPath = "";

  /** Finds the implementation; programs are not started yet. */
  Sut locate() {
    return new SutLocator(classPath).locate(sut);
  }

  /** The options as they were given, to give them again. */
  List<String> asGiven() {
    List<String> given = new ArrayList<>(List.of("--sut", sut));
    if (!classPath.isEmpty()) {
      given.addAll(List.of("--classpath", classPath));
    }
    return given;
  }
}
