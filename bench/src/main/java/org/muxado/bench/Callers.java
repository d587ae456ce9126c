package org.muxado.bench;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** The kind of threads that call. */
enum Callers {
  PLATFORM,
  /** From JDK 21 on. */
  VIRTUAL;

  /** {@code Thread.startVirtualThread}, which the oldest JDK supported does not have. */
  private static final @Nullable MethodHandle START_VIRTUAL = startVirtual();

  private static @Nullable MethodHandle startVirtual() {
    MethodType type = MethodType.methodType(Thread.class, Runnable.class);
    try {
      return MethodHandles.publicLookup().findStatic(Thread.class, "startVirtualThread", type);
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return null;
    }
  }

  /** Whether this JDK has such threads. */
  boolean exist() {
    return this == PLATFORM || START_VIRTUAL != null;
  }

  /**
   * Starts a daemon thread.
   *
   * @throws UnsupportedOperationException if this JDK has no such threads
   */
  Thread start(Runnable task) {
    if (this == VIRTUAL) {
      return startedVirtual(task);
    }
    Thread thread = new Thread(task, "bench caller");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static Thread startedVirtual(Runnable task) {
    if (START_VIRTUAL == null) {
      throw new UnsupportedOperationException("no virtual threads before JDK 21");
    }
    try {
      return (Thread) START_VIRTUAL.invokeExact(task);
    } catch (Throwable e) {
      throw new IllegalStateException("no virtual thread could be started", e);
    }
  }
}
