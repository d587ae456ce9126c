package org.muxado.tck.junit;

import org.muxado.tck.suite.KitCase;
import org.muxado.tck.verdict.CaseResult;

/** Follows a run. One call at a time, on any thread. */
public interface RunListener {

  /** The run begins. */
  default void runStarted(int caseCount) {}

  /** Whether further cases shall begin; those that run already go on. */
  default boolean wantsMore() {
    return true;
  }

  /** A case begins; several may run at once. */
  default void caseStarted(KitCase kitCase) {}

  /** A case has ended. */
  default void caseFinished(KitCase kitCase, CaseResult result) {}
}
