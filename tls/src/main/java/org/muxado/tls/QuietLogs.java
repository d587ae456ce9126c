package org.muxado.tls;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps BouncyCastle's TLS from logging each failed handshake with a stack trace, and what it finds
 * in the JDK's configuration: failures are exceptions here. Switches its logger off, unless it or
 * one between it and the root already has a level; whoever wants the log gives it one.
 */
final class QuietLogs {

  /** Held, since the JVM forgets the level of a logger that nobody holds. */
  private static final Logger NOISY = Logger.getLogger("org.bouncycastle.jsse");

  private QuietLogs() {}

  static void quiet() {
    if (!configured(NOISY)) {
      NOISY.setLevel(Level.OFF);
    }
  }

  private static boolean configured(Logger logger) {
    for (Logger next = logger; isBelowRoot(next); next = next.getParent()) {
      if (next.getLevel() != null) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBelowRoot(@Nullable Logger logger) {
    return logger != null && logger.getParent() != null;
  }
}
