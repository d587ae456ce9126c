package org.muxado.tck.spi;

/**
 * The adapter lacks an operation or an option; a normal answer, never a failure of the
 * implementation.
 */
public final class UnimplementedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param what the operation or option that is missing
   */
  public UnimplementedException(String what) {
    super(what);
  }
}
