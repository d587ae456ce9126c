package org.muxado.tls;

import org.jspecify.annotations.Nullable;

/** Looks into what an exception was caused by. */
final class Causes {

  private static final int DEPTH_LIMIT = 20;

  private Causes() {}

  /** The first of a kind among an exception and its causes, or null. */
  static <T> @Nullable T find(Throwable failure, Class<T> kind) {
    Throwable next = failure;
    for (int depth = 0; next != null && depth < DEPTH_LIMIT; depth++) {
      if (kind.isInstance(next)) {
        return kind.cast(next);
      }
      next = next.getCause();
    }
    return null;
  }

  /** What the innermost cause that says anything says. */
  static String innermost(Throwable failure) {
    String text = failure.getClass().getSimpleName();
    Throwable next = failure;
    for (int depth = 0; next != null && depth < DEPTH_LIMIT; depth++) {
      String message = next.getMessage();
      text = message == null ? text : message;
      next = next.getCause();
    }
    return text;
  }
}
