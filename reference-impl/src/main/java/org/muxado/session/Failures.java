package org.muxado.session;

/** Tells people what a transport's exception says. */
final class Failures {

  private Failures() {}

  static String reason(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
