package org.muxado.tck.external;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.muxado.tck.external.ProgramFailedException.Kind;
import org.muxado.tck.spi.PeerFailure;
import org.muxado.tck.spi.UnimplementedException;
import org.muxado.tck.verdict.KitFaultException;

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
   * Greets a program that was just started. Blocks for a bounded time.
   *
   * @throws ProgramFailedException if that does not work
   */
  static Program greet(ControlLink link, ExternalSettings settings) {
    return new Program(link, settings, new Handshake(link, settings.helloTimeout()).greet());
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
    awaitEnds();
    synchronized (this) {
      return !retired && link.failure() == null;
    }
  }

  /** For all at once: one that hangs costs what all of them cost. */
  private void awaitEnds() {
    try {
      Waiting.within(settings.endTimeout(), CompletableFuture.allOf(unanswered()));
    } catch (TimeoutException
        | PeerFailure
        | UnimplementedException
        | ProgramFailedException
        | KitFaultException unwell) {
      retire();
    }
  }

  private synchronized CompletableFuture<?>[] unanswered() {
    ends.removeIf(end -> end.isDone() && !end.isCompletedExceptionally());
    return retired ? new CompletableFuture<?>[0] : ends.toArray(CompletableFuture[]::new);
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
