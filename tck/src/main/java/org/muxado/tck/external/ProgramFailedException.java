package org.muxado.tck.external;

import java.util.OptionalInt;

/**
 * The external program died, hung where it may not, or broke the control protocol. It says nothing
 * about the protocol under test: the case that meets it is reported as CRASHED, and the next case
 * gets a fresh program.
 */
public final class ProgramFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What the program did. */
  public enum Kind {
    /** The command could not be run at all. */
    NOT_STARTED,
    /** The process ended. */
    EXITED,
    /** The process closed its standard output and went on. */
    CLOSED_OUTPUT,
    /** It wrote something that the control protocol does not allow. */
    BROKE_PROTOCOL,
    /** It did not answer hello or start, or did not connect, in time. */
    HUNG,
    /** It answered hello or start with an error. */
    REFUSED,
    /** The kit ended it while the call was waiting. */
    ENDED
  }

  private final Kind kind;
  private final int exitCode;
  private final boolean exited;
  private final String stderrTail;

  ProgramFailedException(Kind kind, OptionalInt exitCode, String what, String stderrTail) {
    super(stderrTail.isEmpty() ? what : what + "; its last words:\n" + stderrTail);
    this.kind = kind;
    this.exitCode = exitCode.orElse(0);
    this.exited = exitCode.isPresent();
    this.stderrTail = stderrTail;
  }

  /** What the program did. */
  public Kind kind() {
    return kind;
  }

  /** The exit code, where the process had ended. */
  public OptionalInt exitCode() {
    return exited ? OptionalInt.of(exitCode) : OptionalInt.empty();
  }

  /** The last lines of the program's standard error when it failed; may be empty. */
  public String stderrTail() {
    return stderrTail;
  }
}
