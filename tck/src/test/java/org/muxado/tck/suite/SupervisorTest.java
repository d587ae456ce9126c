package org.muxado.tck.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.tck.player.CallWatch;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SupervisorTest {

  private static final CallWatch WATCH = new CallWatch();

  private static boolean goOnForEver() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    return true;
  }

  /** Both used to come out inside an IllegalStateException. */
  @Test
  void whatTheWorkThrowsComesOutAsItIs() {
    Supervisor supervisor = new Supervisor(1_000_000_000);
    Error error = new OutOfMemoryError("a planted error");
    RuntimeException exception = new UncheckedIOException(new IOException("a planted exception"));
    assertSame(error, assertThrows(Error.class, () -> supervisor.run(throwing(error), WATCH)));
    assertSame(error, assertThrows(Error.class, () -> Supervisor.all(List.of(throwing(error)))));
    assertSame(
        exception,
        assertThrows(RuntimeException.class, () -> supervisor.run(throwing(exception), WATCH)));
  }

  private static Callable<Boolean> throwing(Error error) {
    return () -> {
      throw error;
    };
  }

  private static Callable<Boolean> throwing(Exception exception) {
    return () -> {
      throw exception;
    };
  }

  @Test
  void workThatGoesOnForEverIsGivenUp() {
    Supervisor.StuckException stuck =
        assertThrows(
            Supervisor.StuckException.class,
            () -> new Supervisor(1_000_000).run(SupervisorTest::goOnForEver, new CallWatch()));
    assertEquals("the case to end within 60 ms", stuck.getMessage());
  }
}
