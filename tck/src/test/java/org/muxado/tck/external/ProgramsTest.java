package org.muxado.tck.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.Role;

/** Several callers of one program at once: each waits for no more than it needs. */
@Timeout(40)
final class ProgramsTest {

  private static final int CALLERS = 8;

  @TempDir private Path folder;

  private static void playASession(ExternalImplementation program) throws IOException {
    try (PipeWire wire = new PipeWire()) {
      program.start(Role.CLIENT, wire, PeerOptions.DEFAULTS).close();
    }
  }

  private static Thread waiting(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    return thread;
  }

  /** It used to wait until the end was given up. */
  @Test
  void aStartThatWaitsHoldsUpNoOtherCall() throws Exception {
    CountDownLatch failed = new CountDownLatch(1);
    try (ExternalImplementation program = Fakes.patient("hang-end")) {
      program.info();
      playASession(program);
      Thread starter =
          waiting(
              () -> {
                assertThrows(IllegalStateException.class, () -> playASession(program));
                failed.countDown();
              });
      assertEquals("fake", program.info().name());
      assertFalse(program.brokenProtocol().isPresent());
      assertEquals(Thread.State.TIMED_WAITING, starter.getState());
    }
    failed.await();
  }

  /** They used to be waited for one after the other, half a minute here. */
  @Test
  @Timeout(20)
  void waitsForAllEndsThatHangAtOnce() throws Exception {
    Path record = folder.resolve("traffic");
    try (ExternalImplementation program = Fakes.hurriedSessions("hang-end", record);
        PipeWire wire = new PipeWire()) {
      List<PeerSession> sessions =
          IntStream.range(0, 100)
              .mapToObj(i -> program.start(Role.CLIENT, wire, PeerOptions.DEFAULTS))
              .toList();
      // The first one lives, so that the program is not killed where one end is given up.
      sessions.subList(1, sessions.size()).forEach(PeerSession::close);
      assertEquals(1, greetings(record));
      playASession(program);
      assertEquals(2, greetings(record), "a fresh program is asked");
    }
  }

  @Test
  void callersThatNeedAProgramShareOne() throws IOException {
    Path record = folder.resolve("traffic");
    try (ExternalImplementation program = Fakes.patient("none", record)) {
      List<CompletableFuture<Void>> callers =
          IntStream.range(0, CALLERS)
              .mapToObj(
                  i -> CompletableFuture.runAsync(program::info, task -> new Thread(task).start()))
              .toList();
      callers.forEach(CompletableFuture::join);
      assertEquals(1, greetings(record));
    }
  }

  private static int greetings(Path record) throws IOException {
    return Files.readString(record).split("\"op\":\"hello\"", -1).length - 1;
  }
}
