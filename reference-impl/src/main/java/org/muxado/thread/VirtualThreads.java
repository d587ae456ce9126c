package org.muxado.thread;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Makes virtual threads where this Java has them, from Java 21 on. This is compiled for less.
 * Thread-safe.
 */
public final class VirtualThreads {

  private static final int FIRST_RELEASE = 21;
  private static final int FIRST_THAT_SELECT = 25;

  private static final @Nullable MethodHandle IS_VIRTUAL = isVirtual();

  private VirtualThreads() {}

  /** Whether this Java has virtual threads. */
  public static boolean areThere() {
    return Runtime.version().feature() >= FIRST_RELEASE;
  }

  /** Whether this Java has them, and one that waits in a selector keeps its carrier from others. */
  public static boolean holdCarriersInSelectors() {
    return areThere() && Runtime.version().feature() < FIRST_THAT_SELECT;
  }

  /** Whether the current thread is virtual. */
  public static boolean inOne() {
    if (IS_VIRTUAL == null) {
      return false;
    }
    try {
      return (boolean) IS_VIRTUAL.invokeExact(Thread.currentThread());
    } catch (Throwable e) {
      throw new IllegalStateException("cannot tell the kind of a thread", e);
    }
  }

  private static @Nullable MethodHandle isVirtual() {
    try {
      MethodType type = MethodType.methodType(boolean.class);
      return MethodHandles.publicLookup().findVirtual(Thread.class, "isVirtual", type);
    } catch (ReflectiveOperationException beforeJava21) {
      return null;
    }
  }

  /**
   * A virtual thread, not yet started.
   *
   * @throws IllegalStateException if this Java has none
   */
  public static Thread make(String name, Runnable task) {
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
