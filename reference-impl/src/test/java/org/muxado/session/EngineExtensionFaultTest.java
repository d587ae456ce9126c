package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muxado.engine.EngineExtension;
import org.muxado.engine.EngineStream;
import org.muxado.engine.Role;
import org.muxado.engine.Termination;
import org.muxado.frame.ErrorCode;
import org.muxado.transport.InMemoryTransport;

/**
 * An extension inside the engine that throws kills the session, whichever call it is in. Calls that
 * meet it before they settle left the session neither running nor ended: close threw each time, and
 * the transport stayed open.
 */
@Timeout(60)
class EngineExtensionFaultTest {

  private static final long DRAIN_NANOS = 1_000;

  private final HandClock clock = new HandClock();
  private final Faulty extension = new Faulty();
  private final SessionSettings settings =
      SessionSettings.builder()
          .noHeartbeat()
          .clock(clock)
          .drainDelay(Duration.ofNanos(DRAIN_NANOS))
          .engineExtension(0xFFFFFF10, context -> extension)
          .build();
  private final Session session =
      Session.start(Role.CLIENT, InMemoryTransport.pair(4_096).client(), settings);

  /** A call, named for the report. */
  private record Call(String name, Consumer<Session> made) {

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Call> calls() {
    return List.of(
        new Call("goAway", session -> session.goAway(ErrorCode.NO_ERROR, "")),
        new Call("drain", session -> session.drain(Duration.ZERO)),
        new Call("shutdown", Session::shutdown));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void faultKillsTheSession(Call call) throws Exception {
    extension.throwing = true;
    assertKilledBy(() -> call.made().accept(session));
  }

  @Test
  void faultInTheCloseOfAStreamKillsTheSession() throws Exception {
    Stream stream = session.open();
    session.drain(Duration.ofDays(1));
    clock.nanos = DRAIN_NANOS; // the drain's next step is due
    extension.throwing = true;
    assertKilledBy(stream::close);
  }

  private void assertKilledBy(Executable call) throws Exception {
    assertSame(extension.fault, assertThrows(RuntimeException.class, call));
    assertEquals(Termination.Cause.KILLED, session.termination().cause());
    session.close();
  }

  /** The caller's own mistake is none of the session's. */
  @Test
  void refusedCodeLeavesTheSession() throws Exception {
    Stream stream = session.open();
    assertThrows(IllegalArgumentException.class, () -> session.goAway(8, ""));
    assertThrows(IllegalArgumentException.class, () -> stream.reset(8));
    assertNull(session.termination());
    session.kill();
  }

  /** Serves nothing, and throws when told to. */
  private static final class Faulty implements EngineExtension {

    final RuntimeException fault = new IllegalArgumentException("a fault on purpose");
    boolean throwing;

    @Override
    public void opened(EngineStream stream, long nowNanos) {}

    @Override
    public boolean expectsStream() {
      throwIfToldTo();
      return false;
    }

    @Override
    public void draining(long nowNanos) {
      throwIfToldTo();
    }

    private void throwIfToldTo() {
      if (throwing) {
        throw fault;
      }
    }
  }

  /** A clock that the test sets, and that calls nobody. */
  private static final class HandClock implements SessionClock {

    volatile long nanos;

    @Override
    public long nanoTime() {
      return nanos;
    }

    @Override
    public void schedule(long atNanoTime, Runnable task) {}
  }
}
