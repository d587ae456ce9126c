package org.muxado.cli.exit;

/**
 * Something that the person at the command line can put right: the message says what, where, and
 * what was expected, and is shown alone.
 */
public final class UserException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  /** A wrong use of the command. */
  public UserException(String message) {
    this(ExitCode.USAGE, message);
  }

  /** An error with an exit code of its own. */
  public UserException(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** With what the process ends. */
  public ExitCode exitCode() {
    return exitCode;
  }
}
