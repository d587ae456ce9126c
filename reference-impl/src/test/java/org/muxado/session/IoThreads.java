package org.muxado.session;

import java.util.Arrays;
import java.util.Map;

/** Looks at the io threads of sessions, for tests. */
final class IoThreads {

  private IoThreads() {}

  /** How many of a session are in a method, and in a state. */
  static long count(Session session, String method, Thread.State state) {
    String text = session.toString();
    String transport = text.substring(text.indexOf(" over ") + " over ".length());
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(entry -> entry.getKey().getName().endsWith("-io " + transport))
        .filter(entry -> entry.getKey().getState() == state)
        .filter(entry -> isIn(entry, method))
        .count();
  }

  private static boolean isIn(Map.Entry<Thread, StackTraceElement[]> entry, String method) {
    return Arrays.stream(entry.getValue()).anyMatch(frame -> frame.getMethodName().equals(method));
  }
}
