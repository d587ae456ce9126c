package org.muxado.tck.player;

import java.util.List;
import org.muxado.tck.verdict.Failure;
import org.muxado.tck.verdict.Verdict;

/** Ends the playing of a case at the step that failed. */
public final class CaseStopped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Verdict verdict;
  private final String expected;
  private final String actual;

  private CaseStopped(Verdict verdict, String expected, String actual) {
    super(expected + "; " + actual);
    this.verdict = verdict;
    this.expected = expected;
    this.actual = actual;
  }

  /** The verdict is known. */
  static CaseStopped of(Verdict verdict, String expected, String actual) {
    return new CaseStopped(verdict, expected, actual);
  }

  /** The implementation did something else than the specification says. */
  static CaseStopped failed(String expected, String actual) {
    return new CaseStopped(Verdict.FAIL, expected, actual);
  }

  /** Nothing came for as long as the watchdog waits. */
  static CaseStopped hung(String expected, String actual) {
    return new CaseStopped(Verdict.HUNG, expected, actual);
  }

  /** The adapter lacks an operation. */
  static CaseStopped unimplemented(String operation) {
    return unimplemented("the operation " + operation, "the adapter lacks " + operation);
  }

  /** The adapter lacks an operation, so that something else cannot be. */
  static CaseStopped unimplemented(String expected, String actual) {
    return new CaseStopped(Verdict.UNIMPLEMENTED, expected, actual);
  }

  /** The implementation or its adapter threw something that it may not. */
  static CaseStopped crashed(String expected, String actual, Throwable cause) {
    CaseStopped stopped = new CaseStopped(Verdict.CRASHED, expected, actual);
    stopped.initCause(cause);
    return stopped;
  }

  /** The same, where the implementation was shown to be alive and just did not do it. */
  CaseStopped asFailed() {
    return failed(expected, actual + ", though it answers");
  }

  /** The same, where it only came of a breakdown of the adapter or its program. */
  CaseStopped asCrashed(String breakdown, Throwable cause) {
    return crashed(expected, breakdown, cause);
  }

  /** The verdict of the step, before the case's level is looked at. */
  Verdict verdict() {
    return verdict;
  }

  /**
   * The failure as it is reported.
   *
   * @param at the label of the step
   * @param requirements those of the case
   * @param strict whether a failure is a FAIL, not a NON_STRICT
   */
  Failure at(String at, List<String> requirements, boolean strict) {
    Verdict weighed = verdict == Verdict.FAIL && !strict ? Verdict.NON_STRICT : verdict;
    return new Failure(weighed, requirements, at, expected, actual, List.of());
  }
}
