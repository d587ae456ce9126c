package org.muxado.session;

import java.io.InterruptedIOException;
import java.lang.Thread.State;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A call that runs on a thread of its own, for tests. */
public final class Background<T> {

  private final FutureTask<T> task;
  private final Thread thread;

  private Background(FutureTask<T> task, Thread thread) {
    this.task = task;
    this.thread = thread;
  }

  public static <T> Background<T> run(Callable<T> call) {
    FutureTask<T> task = new FutureTask<>(call);
    Thread thread = new Thread(task, "test-background");
    thread.setDaemon(true);
    thread.start();
    return new Background<>(task, thread);
  }

  /** Whether this JDK has virtual threads. */
  public static boolean hasVirtualThreads() {
    return Runtime.version().feature() >= 21;
  }

  /** Runs the call on a virtual thread; by reflection, since JDK 17 has none. */
  public static <T> Background<T> runVirtual(Callable<T> call) throws ReflectiveOperationException {
    FutureTask<T> task = new FutureTask<>(call);
    var start = Thread.class.getMethod("startVirtualThread", Runnable.class);
    return new Background<>(task, (Thread) start.invoke(null, task));
  }

  /** Returns once the thread waits for something, be it for a transport to be readable. */
  public Background<T> untilItWaits() {
    while (thread.getState() != State.WAITING && !isReading() && !task.isDone()) {
      Thread.onSpinWait();
    }
    return this;
  }

  /** Whether the thread waits inside a transport, for everybody. */
  public boolean isReading() {
    for (StackTraceElement frame : thread.getStackTrace()) {
      if (frame.getMethodName().equals("await") && frame.getClassName().endsWith("Transport")) {
        return true;
      }
    }
    return false;
  }

  /** Returns once the thread waits inside a transport. */
  public Background<T> untilItReads() {
    while (!isReading() && !task.isDone()) {
      Thread.onSpinWait();
    }
    return this;
  }

  /** Whether the call has ended. */
  public boolean isDone() {
    return task.isDone();
  }

  public void interrupt() {
    thread.interrupt();
  }

  public T get() throws InterruptedException, ExecutionException {
    return task.get();
  }

  /** Waits for the end of the call, whatever it is. */
  public void await() throws InterruptedException {
    try {
      task.get();
    } catch (ExecutionException e) {
      // an end, too
    }
  }

  /** Whether the call ended with an interrupt; waits for its end. */
  public boolean isInterrupted() throws InterruptedException {
    try {
      task.get();
      return false;
    } catch (ExecutionException e) {
      return e.getCause() instanceof InterruptedIOException;
    }
  }

  /** What the call threw. */
  public Throwable failure() throws InterruptedException {
    try {
      T value = task.get();
      throw new AssertionError("expected a failure, got " + value);
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }
}
