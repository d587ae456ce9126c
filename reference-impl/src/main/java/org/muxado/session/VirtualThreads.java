package org.muxado.session;

import java.lang.reflect.Method;

/** Makes virtual threads where this Java has them, from Java 21 on. This is compiled for less. */
final class VirtualThreads {

  private static final int FIRST_RELEASE = 21;

  private VirtualThreads() {}

  static boolean areThere() {
    return Runtime.version().feature() >= FIRST_RELEASE;
  }

  /**
   * A virtual thread, not yet started.
   *
   * @throws IllegalStateException if this Java has none
   */
  static Thread make(String name, Runnable task) {
    try {
      Class<?> type = Class.forName("java.lang.Thread$Builder");
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      Method naming = type.getMethod("name", String.class);
      return (Thread)
          type.getMethod("unstarted", Runnable.class).invoke(naming.invoke(builder, name), task);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no virtual threads on Java " + Runtime.version(), e);
    }
  }
}
