package org.muxado.tck.verdict;

/**
 * The kit itself failed while it served a call, so that nothing can be said of the implementation:
 * a case that meets it is a {@link Verdict#KIT_ERROR}.
 */
public final class KitFaultException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Tells of a fault.
   *
   * @param where what the kit was doing
   * @param cause what was thrown there
   */
  public KitFaultException(String where, RuntimeException cause) {
    super(where + ": " + cause, cause);
  }
}
