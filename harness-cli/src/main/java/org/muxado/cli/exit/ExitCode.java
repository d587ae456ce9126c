package org.muxado.cli.exit;

/** What the exit code of the command says; it is never a count. */
public enum ExitCode {
  /** Conformant, or as the expectations say; a command that only shows something succeeded. */
  CONFORMANT(0),
  /** A requirement is not met; the octets or files that were looked at are faulty. */
  NOT_CONFORMANT(1),
  /** The command was used wrongly, or what was asked for matched nothing or was all skipped. */
  USAGE(2),
  /** The kit itself is at fault. */
  KIT_FAULT(3),
  /** The implementation under test did not start, or broke the control protocol. */
  IMPLEMENTATION_UNUSABLE(4),
  /** The expected failures do not fit what was seen any more. */
  STALE_EXPECTATIONS(5);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The process's exit code. */
  public int number() {
    return number;
  }
}
