package org.muxado.tck.external;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.muxado.tck.external.ProgramFailedException.Kind;
import org.muxado.tck.spi.PeerFailure;
import org.muxado.tck.spi.UnimplementedException;

/**
 * One run of the external program: greeted, and home to any number of sessions. A program that does
 * not answer in time is retired: it gets no new session and is killed once its last one is over.
 * Thread-safe.
 */
final class Program {

  private final ControlLink link;
  private final ExternalSettings settings;
  private final Greeting greeting;
  private final Set<Long> sessions = new HashSet<>();
  private final Set<CompletableFuture<Boolean>> ends = new HashSet<>();
  private boolean retired;

  private Program(ControlLink link, ExternalSettings settings, Greeting greeting) {
    this.link = link;
    this.settings = settings;
    this.greeting = greeting;
  }

  /**
   * Runs the command and greets it. Blocks for a bounded time.
   *
   * @throws ProgramFailedException if that does not work
   */
  static Program launch(List<String> command, ExternalSettings settings, StderrLog stderr) {
    ControlLink link = ControlLink.over(ProgramProcess.start(command, stderr));
    Greeting greeting = new Handshake(link, settings.helloTimeout()).greet();
    return new Program(link, settings, greeting);
  }

  /** What the program said of itself. */
  Greeting greeting() {
    return greeting;
  }

  /** The requests and answers. */
  ControlLink link() {
    return link;
  }

  /** Whether it can take another session; waits a bounded time for sessions that are ending. */
  boolean isFit() {
    for (CompletableFuture<Boolean> end : unanswered()) {
      awaitEnd(end);
    }
    synchronized (this) {
      return !retired && link.failure() == null;
    }
  }

  private synchronized List<CompletableFuture<Boolean>> unanswered() {
    ends.removeIf(CompletableFuture::isDone);
    return retired ? List.of() : List.copyOf(ends);
  }

  private void awaitEnd(CompletableFuture<Boolean> end) {
    try {
      Waiting.within(settings.endTimeout(), end);
    } catch (TimeoutException
        | PeerFailure
        | UnimplementedException
        | ProgramFailedException unwell) {
      retire();
    }
  }

  /** Counts a session in. */
  synchronized void begin(long session) {
    sessions.add(session);
  }

  /** Asks the program to free a session, and counts it out. Returns at once; again, no effect. */
  void end(long session) {
    synchronized (this) {
      if (!sessions.remove(session)) {
        return;
      }
      ends.add(link.call(Request.of("end", session), ok -> true));
    }
    killIfOver();
  }

  /** Gives the program no further session. */
  void retire() {
    synchronized (this) {
      retired = true;
    }
    killIfOver();
  }

  private void killIfOver() {
    synchronized (this) {
      if (!retired || !sessions.isEmpty()) {
        return;
      }
    }
    link.fail(Kind.ENDED, "The kit ended a program that had not answered in time");
  }

  /** Ends the program, by asking first. Waits a bounded time. */
  void close() {
    link.end(settings.exitTimeout());
  }
}
