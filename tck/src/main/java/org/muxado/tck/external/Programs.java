package org.muxado.tck.external;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.external.ProgramFailedException.Kind;

/**
 * The runs of one external program: finds one that can take a session, and starts another where
 * there is none. Thread-safe. Nothing is waited for under the lock, so that who finds a program
 * never queues behind who waits for one; those who need a new one wait for the same.
 */
final class Programs {

  private final List<String> command;
  private final ExternalSettings settings;
  private final List<Program> running = new ArrayList<>();
  private @Nullable CompletableFuture<Program> launch;
  private @Nullable ControlLink greeted;
  private @Nullable ProgramFailedException brokenProtocol;
  private boolean closed;

  Programs(List<String> command, ExternalSettings settings) {
    this.command = command;
    this.settings = settings;
  }

  /**
   * A program that can take another session. Blocks for a bounded time.
   *
   * @throws ProgramFailedException if one has to be started and that does not work
   */
  Program fit() {
    Set<Program> unfit = new HashSet<>();
    while (true) {
      Program program = find(unfit);
      if (program.isFit()) {
        return program;
      }
      unfit.add(program);
    }
  }

  private Program find(Set<Program> unfit) {
    CompletableFuture<Program> launched;
    synchronized (this) {
      if (closed) {
        throw new IllegalStateException("The external implementation is closed");
      }
      forgetFailed();
      for (Program program : running) {
        if (!unfit.contains(program)) {
          return program;
        }
      }
      launched = launch != null ? launch : beginLaunch();
    }
    return await(launched);
  }

  private void forgetFailed() {
    running.forEach(program -> note(program.link().failure()));
    running.removeIf(program -> program.link().failure() != null);
  }

  private void note(@Nullable Throwable failure) {
    if (brokenProtocol == null
        && failure instanceof ProgramFailedException failed
        && failed.kind() == Kind.BROKE_PROTOCOL) {
      brokenProtocol = failed;
    }
  }

  /** On a thread of its own: a caller that is interrupted fails none of the others. */
  private CompletableFuture<Program> beginLaunch() {
    CompletableFuture<Program> result = new CompletableFuture<>();
    launch = result;
    Threads.start("muxado-driver-launch", () -> launch(result));
    return result;
  }

  private void launch(CompletableFuture<Program> result) {
    try {
      ControlLink link = ControlLink.over(ProgramProcess.start(command));
      greeting(link);
      Program program = Program.greet(link, settings);
      endLaunch(program, null);
      result.complete(program);
    } catch (RuntimeException | Error e) {
      endLaunch(null, e);
      result.completeExceptionally(e);
    }
  }

  private void greeting(ControlLink link) {
    synchronized (this) {
      greeted = link;
      if (!closed) {
        return;
      }
    }
    link.end(settings.exitTimeout());
  }

  private synchronized void endLaunch(@Nullable Program program, @Nullable Throwable failure) {
    launch = null;
    greeted = null;
    note(failure);
    if (program != null) {
      running.add(program);
    }
  }

  private static Program await(CompletableFuture<Program> launched) {
    try {
      return launched.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the program", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** How a program broke the control protocol, the first time that one did. */
  synchronized Optional<ProgramFailedException> brokenProtocol() {
    running.forEach(program -> note(program.link().failure()));
    return Optional.ofNullable(brokenProtocol);
  }

  /** Ends every process that is left, and starts no more. Waits a bounded time. */
  void close() {
    List<Program> left;
    ControlLink greeting;
    synchronized (this) {
      closed = true;
      left = List.copyOf(running);
      running.clear();
      greeting = greeted;
    }
    if (greeting != null) {
      greeting.end(settings.exitTimeout());
    }
    left.forEach(Program::close);
  }
}
