package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muxado.engine.EndKind;
import org.muxado.session.Link.Kind;

/** Calls that wait too long end; what they were made on goes on. */
@Timeout(60)
class TimeLimitTest {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final TestClock clock = new TestClock();
  private Link link;

  @BeforeEach
  void connect() throws Exception {
    link = Link.inMemory(65_536, settings(TimeLimits.NONE));
  }

  private SessionSettings settings(TimeLimits limits) {
    return SessionSettings.builder().noHeartbeat().clock(clock).timeLimits(limits).build();
  }

  @AfterEach
  void kill() {
    link.close();
  }

  /** Runs a call until it waits, lets its time pass, and gives what it threw. */
  private CallTimeoutException timedOut(Callable<?> call) throws Exception {
    long endNanos = clock.nanoTime() + LIMIT.toNanos();
    Background<?> waiting = Background.run(call).untilItWaits();
    assertEquals(endNanos, clock.nextTimerNanos());
    clock.advance(LIMIT.toNanos() - 1);
    waiting.untilItWaits();
    assertFalse(waiting.isDone());
    clock.advance(1);
    return assertInstanceOf(CallTimeoutException.class, waiting.failure());
  }

  @Test
  void readEndsAtItsLimitAndTheStreamGoesOn() throws Exception {
    Stream there = link.client.open();
    Stream here = link.server.accept();
    here.setReadTimeout(LIMIT);
    CallTimeoutException end = timedOut(() -> here.read(ByteBuffer.allocate(1)));
    assertEquals("stream " + here.id() + ": nothing came to be read within 5 s", end.getMessage());
    assertEquals(EndKind.TIMED_OUT, end.kind());
    assertEquals(here.id(), end.streamId());
    there.write(Bytes.of("late"));
    assertEquals("late", Bytes.readText(here, 4));
    assertNull(here.outcome());
  }

  @Test
  void writeEndsAtItsLimitAndTellsWhatItTook() throws Exception {
    Stream there = link.client.open();
    Stream here = link.server.accept();
    there.setWriteTimeout(LIMIT);
    byte[] large = Bytes.pattern(500_000, 3);
    ByteBuffer source = ByteBuffer.wrap(large);
    CallTimeoutException end = timedOut(() -> write(there, source));
    assertEquals("stream " + there.id() + ": no room came to write within 5 s", end.getMessage());
    assertTrue(end.bytesTransferred() >= 65_536, "taken: " + end.bytesTransferred());
    assertEquals(source.position(), end.bytesTransferred());
    Background<Void> rest = Background.run(() -> write(there, source));
    assertArrayEquals(large, here.inputStream().readNBytes(large.length));
    rest.get();
  }

  private static Void write(Stream stream, ByteBuffer source) throws Exception {
    stream.write(source);
    return null;
  }

  @Test
  void waitForRoomEndsAtTheLimitOfWrites() throws Exception {
    Stream there = link.client.open();
    there.write(ByteBuffer.allocate(65_536 + 131_072)); // fills the window and the queue
    there.setWriteTimeout(LIMIT);
    CallTimeoutException end =
        timedOut(
            () -> {
              there.awaitWritable();
              return null;
            });
    assertEquals(0, end.bytesTransferred());
  }

  @Test
  void acceptEndsAtItsLimitAndTheSessionGoesOn() throws Exception {
    CallTimeoutException end = timedOut(() -> link.server.accept(LIMIT));
    assertEquals("no stream came to be accepted within 5 s", end.getMessage());
    assertEquals(0, end.streamId());
    Stream there = link.client.open();
    assertEquals(there.id(), link.server.accept().id());
  }

  @Test
  void settingsGiveTheLimitsOfEveryStream() throws Exception {
    TimeLimits limits = TimeLimits.NONE.withAccept(LIMIT).withRead(LIMIT).withWrite(LIMIT);
    try (Link limited = Link.inMemory(65_536, settings(limits))) {
      timedOut(limited.server::accept);
      Stream there = limited.client.open();
      timedOut(() -> there.read(ByteBuffer.allocate(1)));
      timedOut(() -> write(there, ByteBuffer.allocate(500_000)));
      Background<Integer> patient =
          Background.run(
              () -> {
                there.setReadTimeout(Duration.ZERO);
                return there.read(ByteBuffer.allocate(1));
              });
      patient.untilItWaits();
      clock.advance(LIMIT.multipliedBy(2).toNanos());
      limited.server.accept().write(Bytes.of("x"));
      assertEquals(1, patient.get());
    }
  }

  @Test
  void whatComesInTimeIsRead() throws Exception {
    Stream there = link.client.open();
    Stream here = link.server.accept();
    here.setReadTimeout(LIMIT);
    Background<Integer> reading =
        Background.run(() -> here.read(ByteBuffer.allocate(1))).untilItWaits();
    clock.advance(LIMIT.toNanos() - 1);
    there.write(Bytes.of("x"));
    assertEquals(1, reading.get());
  }

  @Test
  void refusesNegativeLimitsAndTakesTheLongest() throws Exception {
    Stream there = link.client.open();
    Duration negative = Duration.ofNanos(-1);
    assertThrows(IllegalArgumentException.class, () -> there.setReadTimeout(negative));
    assertThrows(IllegalArgumentException.class, () -> there.setWriteTimeout(negative));
    assertThrows(IllegalArgumentException.class, () -> link.client.accept(negative));
    assertThrows(IllegalArgumentException.class, () -> TimeLimits.NONE.withRead(negative));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> link.client.drain(negative));
    assertEquals("deadline of a drain of PT-0.000000001S is negative", refused.getMessage());
    Duration longest = Duration.ofSeconds(Long.MAX_VALUE);
    there.setReadTimeout(longest);
    link.server.accept().write(Bytes.of("x"));
    assertEquals("x", Bytes.readText(there, 1));
    link.client.drain(longest); // used to throw ArithmeticException
    assertNull(link.client.termination());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void endsOnTheSystemClockToo(Kind kind) throws Exception {
    try (Link real = Link.over(kind)) {
      Stream there = real.client.open();
      there.setReadTimeout(Duration.ofMillis(5));
      assertThrows(CallTimeoutException.class, () -> there.read(ByteBuffer.allocate(1)));
      real.server.accept().write(Bytes.of("x"));
      there.setReadTimeout(Duration.ZERO);
      assertEquals("x", Bytes.readText(there, 1));
    }
  }
}
