package org.muxado.tck.external;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.muxado.tck.external.ProgramFailedException.Kind;
import org.muxado.tck.spi.PeerFailure;
import org.muxado.tck.spi.UnimplementedException;

/**
 * Greets a program, and makes sure that it answers {@code unimplemented} to what it does not know:
 * one that answered ok to everything would pass cases that it cannot do. Used by one thread.
 *
 * @param link the program
 * @param patience how long each answer may take
 */
record Handshake(ControlLink link, Duration patience) {

  /**
   * Greets the program.
   *
   * @throws ProgramFailedException if it fails, refuses or hangs; the program is then ended
   */
  Greeting greet() {
    Greeting greeting = hello();
    probe();
    return greeting;
  }

  private Greeting hello() {
    try {
      return within("hello", link.call(Greeting.request(), Greeting::read));
    } catch (PeerFailure | UnimplementedException e) {
      throw link.fail(Kind.REFUSED, "The program refused hello: " + e.getMessage());
    }
  }

  private void probe() {
    try {
      within(Greeting.PROBE, link.call(Request.of(Greeting.PROBE), ok -> true));
    } catch (UnimplementedException expected) {
      return;
    } catch (PeerFailure e) {
      throw probeFailed("an error");
    }
    throw probeFailed("ok");
  }

  private RuntimeException probeFailed(String answer) {
    return link.fail(
        Kind.BROKE_PROTOCOL,
        "The program broke the control protocol: it answered "
            + answer
            + ", not unimplemented, to the unknown operation "
            + Greeting.PROBE);
  }

  private <T> T within(String op, CompletableFuture<T> stage) throws PeerFailure {
    try {
      return Waiting.within(patience, stage);
    } catch (TimeoutException e) {
      throw link.fail(
          Kind.HUNG, "The program did not answer " + op + " within " + patience.toMillis() + " ms");
    }
  }
}
