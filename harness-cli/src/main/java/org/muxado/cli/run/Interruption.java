package org.muxado.cli.run;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets a run that is interrupted, by Ctrl-C or a request to end the process, still say what it has
 * found. Either the run ends or the interruption does: never both. The process then ends as the
 * signal says, with 130 for an interrupt.
 */
public final class Interruption implements AutoCloseable {

  private final AtomicBoolean ended = new AtomicBoolean();
  private final Thread hook;

  /**
   * Watches for an interruption from now on.
   *
   * @param lastWords called at most once, on a thread of its own, while the run still goes on
   */
  public Interruption(Runnable lastWords) {
    hook = new Thread(() -> end(lastWords), "muxado-interrupted");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void end(Runnable lastWords) {
    if (ended.compareAndSet(false, true)) {
      lastWords.run();
    }
  }

  /** The run has ended by itself; where it was interrupted before that, waits for the end. */
  @Override
  public void close() {
    if (!ended.compareAndSet(false, true)) {
      awaitTheEnd();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook finds nothing to do.
    }
  }

  private static void awaitTheEnd() {
    while (true) {
      try {
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException e) {
        // Nothing ends this but the end of the process.
      }
    }
  }
}
