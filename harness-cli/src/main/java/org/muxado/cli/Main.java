package org.muxado.cli;

/** Starts the {@code muxado} command and ends the process with its exit code. */
public final class Main {

  private Main() {}

  /** Runs one command. */
  public static void main(String[] args) {
    System.exit(run(Streams.ofProcess(), args));
  }

  private static int run(Streams streams, String[] args) {
    try {
      return MuxadoCommand.on(streams).execute(args);
    } catch (Throwable e) { // an Error passes picocli by, and would end the process with 1
      return ErrorReport.kitFault(e, streams.err());
    }
  }
}
