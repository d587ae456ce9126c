package org.muxado.tck.external;

/** A line from the program that the control protocol does not allow; the message says why. */
final class MalformedAnswerException extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedAnswerException(String message) {
    super(message);
  }
}
