package org.muxado.adapter.interop;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.engine.Role;
import org.muxado.engine.Termination;
import org.muxado.session.Stream;

/**
 * Sessions with the Go library that nobody uses stay up by their heartbeats. Either side would end
 * its session 13 s after the last echo, so the test waits for 20 s, for all pairs at the same time.
 */
@Timeout(90)
final class GoPairIdleTest {

  private static final int IDLE_SECONDS = 20;
  private static final int OCTETS = 200_000;

  @Test
  void idleSessionsStayAliveFor20Seconds() throws Exception {
    GoProgram.require(); // on this thread: a skip on another one would be a failure
    List<Callable<Void>> pairs = new ArrayList<>();
    for (Role role : Role.values()) {
      pairs.add(() -> idle(role, false));
      pairs.add(() -> idle(role, true));
    }
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      for (Future<Void> idle : threads.invokeAll(pairs)) {
        idle.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Void idle(Role role, boolean quirks) throws Exception {
    try (GoPair pair = GoPair.join(role, quirks)) {
      Stream stream = pair.openFromHere();
      assertStaysUp(pair);
      Transfers.bothWays(pair, stream, OCTETS);
    }
    return null;
  }

  private static void assertStaysUp(GoPair pair) {
    ExecutorService waiting = Executors.newSingleThreadExecutor();
    try {
      Future<Termination> end = waiting.submit(() -> pair.ours().awaitTermination());
      assertThrows(
          TimeoutException.class,
          () -> end.get(IDLE_SECONDS, TimeUnit.SECONDS),
          () -> "the session has ended: " + pair.ours().termination());
    } finally {
      waiting.shutdownNow();
    }
  }
}
