package org.muxado.tck.verdict;

/** What became of a case, from the best to the worst. */
public enum Verdict {
  /** Everything was as the specification says. */
  PASS,
  /** The case does not apply; the reason is given. */
  SKIPPED,
  /** The adapter lacks an operation that the case needs. */
  UNIMPLEMENTED,
  /** A SHOULD was not met. */
  NON_STRICT,
  /** A MUST was not met. */
  FAIL,
  /** Something that had to come did not come in time. */
  HUNG,
  /** The implementation or its adapter threw what it may not throw, or its program ended. */
  CRASHED,
  /** The kit itself is at fault. */
  KIT_ERROR;

  /** Whether a conforming implementation may get this verdict. */
  public boolean isConforming() {
    return compareTo(FAIL) < 0;
  }

  /** Whether nothing was judged, since the case cannot be run with this adapter. */
  public boolean isSkipped() {
    return this == SKIPPED || this == UNIMPLEMENTED;
  }

  /** The worse of the two. */
  public Verdict worse(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
