package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muxado.engine.Role;
import org.muxado.frame.ErrorCode;
import org.muxado.session.Link.Kind;
import org.muxado.transport.InMemoryTransport;

/** Opening and accepting with futures, and opening where streams are limited. */
@Timeout(60)
class AsyncCallsTest {

  private static final SessionSettings ONE =
      SessionSettings.builder().noHeartbeat().maxOwnStreams(1).build();

  private static Throwable causeOf(CompletableFuture<?> future) {
    return assertThrows(ExecutionException.class, future::get).getCause();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void futuresGetStreamsAsTheyCome(Kind kind) throws Exception {
    try (Link link = Link.over(kind)) {
      CompletableFuture<Stream> first = link.server.acceptAsync();
      CompletableFuture<Stream> second = link.server.acceptAsync();
      assertFalse(first.isDone());
      Stream there = link.client.openAsync(OpenOptions.DEFAULT, Bytes.of("hello")).get();
      assertEquals(there.id(), first.get().id());
      assertEquals("hello", Bytes.readText(first.get(), 5));
      Stream next = link.client.openAsync(OpenOptions.DEFAULT).get();
      assertEquals(next.id(), second.get().id());
    }
  }

  @Test
  void streamThatWaitsIsThereAtOnce() throws Exception {
    try (Link link = Link.over(Kind.IN_MEMORY)) {
      Stream there = link.client.open();
      Stream here = link.server.accept();
      Stream other = link.client.open();
      there.write(Bytes.of("x"));
      assertEquals("x", Bytes.readText(here, 1)); // what was opened before has come, too
      assertEquals(other.id(), link.server.acceptAsync().getNow(null).id());
    }
  }

  @Test
  void executorThatIsNamedCompletesWhatHadToWait() throws Exception {
    try (Link link = Link.inMemory(65_536, ONE)) {
      BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
      CompletableFuture<Stream> accepting = link.server.acceptAsync(tasks::add);
      Stream first = link.client.open();
      Runnable accepted = tasks.take();
      assertFalse(accepting.isDone());
      accepted.run();
      assertEquals(first.id(), accepting.getNow(null).id());
      CompletableFuture<Stream> opening =
          link.client.openAsync(OpenOptions.DEFAULT, Bytes.of("x"), tasks::add);
      first.reset(ErrorCode.CANCEL);
      tasks.take().run();
      assertEquals(first.id() + 2, opening.getNow(null).id());
    }
  }

  @Test
  void cancelledAcceptLosesNoStream() throws Exception {
    try (Link link = Link.over(Kind.IN_MEMORY)) {
      for (int round = 0; round < 300; round++) {
        CompletableFuture<Stream> cancelled = link.server.acceptAsync();
        Background<Boolean> cancelling = Background.run(() -> cancelled.cancel(false));
        Stream there = link.client.open();
        Stream here = cancelling.get() ? link.server.accept() : cancelled.get();
        assertEquals(there.id(), here.id());
        here.reset(ErrorCode.CANCEL);
        there.awaitOutcome();
      }
    }
  }

  @Test
  void endOfTheSessionFailsWhatWaits() throws Exception {
    try (Link link = Link.inMemory(65_536, ONE)) {
      CompletableFuture<Stream> accepting = link.client.acceptAsync();
      link.client.open();
      CompletableFuture<Stream> opening = link.client.openAsync(OpenOptions.DEFAULT);
      Background<Stream> blocked = Background.run(link.client::open).untilItWaits();
      link.client.shutdown();
      assertInstanceOf(SessionEndedException.class, causeOf(accepting));
      assertInstanceOf(SessionEndedException.class, causeOf(opening));
      assertInstanceOf(SessionEndedException.class, blocked.failure());
      assertInstanceOf(SessionEndedException.class, causeOf(link.client.acceptAsync()));
      assertInstanceOf(
          SessionEndedException.class, causeOf(link.client.openAsync(OpenOptions.DEFAULT)));
    }
  }

  @Test
  void goAwayRefusesWhatWaitsToOpen() throws Exception {
    try (Link link = Link.inMemory(65_536, ONE)) {
      link.client.open();
      CompletableFuture<Stream> opening = link.client.openAsync(OpenOptions.DEFAULT);
      Background<Stream> blocked = Background.run(link.client::open).untilItWaits();
      link.server.accept();
      link.server.goAway(0, "enough");
      assertInstanceOf(StreamRefusedException.class, causeOf(opening));
      assertInstanceOf(StreamRefusedException.class, blocked.failure());
    }
  }

  @Test
  void usedUpIdsAreToldToAllWhoWaitToOpen() throws Exception {
    try (Link link = beforeTheLastId()) {
      Stream first = link.client.open();
      Background<Stream> one = Background.run(link.client::open).untilItWaits();
      Background<Stream> other = Background.run(link.client::open).untilItWaits();
      Background<Stream> third = Background.run(link.client::open).untilItWaits();
      first.reset(ErrorCode.CANCEL);
      one.get().reset(ErrorCode.CANCEL); // it had the last id
      assertInstanceOf(IdsExhaustedException.class, other.failure());
      assertInstanceOf(IdsExhaustedException.class, third.failure());
    }
  }

  @Test
  void usedUpIdsAreToldToFuturesAndThreads() throws Exception {
    try (Link link = beforeTheLastId()) {
      Stream first = link.client.open();
      Background<Stream> thread = Background.run(link.client::open).untilItWaits();
      CompletableFuture<Stream> one = link.client.openAsync(OpenOptions.DEFAULT);
      CompletableFuture<Stream> other = link.client.openAsync(OpenOptions.DEFAULT);
      CompletableFuture<Stream> third = link.client.openAsync(OpenOptions.DEFAULT);
      first.reset(ErrorCode.CANCEL);
      one.get().reset(ErrorCode.CANCEL); // it had the last id
      assertInstanceOf(IdsExhaustedException.class, causeOf(other));
      assertInstanceOf(IdsExhaustedException.class, causeOf(third));
      assertInstanceOf(IdsExhaustedException.class, thread.failure());
    }
  }

  /** The client may have one stream at a time, and has two ids. */
  private static Link beforeTheLastId() {
    SessionSettings client =
        SessionSettings.builder()
            .noHeartbeat()
            .maxOwnStreams(1)
            .firstStreamId(Integer.MAX_VALUE - 2)
            .build();
    InMemoryTransport.Pair pair = InMemoryTransport.pair(65_536);
    return new Link(
        Session.start(Role.CLIENT, pair.client(), client),
        Session.start(Role.SERVER, pair.server(), Link.PLAIN));
  }

  @Test
  void openWaitsForAStreamToEnd() throws Exception {
    try (Link link = Link.inMemory(65_536, ONE)) {
      Stream first = link.client.open();
      Background<Stream> second = Background.run(link.client::open).untilItWaits();
      CompletableFuture<Stream> third = link.client.openAsync(OpenOptions.DEFAULT);
      assertFalse(third.isDone());
      first.reset(ErrorCode.CANCEL);
      third.get().reset(ErrorCode.CANCEL); // futures come before threads
      assertNotNull(second.get());
    }
  }

  @Test
  void limitedOpenEndsInTime() throws Exception {
    TestClock clock = new TestClock();
    SessionSettings settings =
        SessionSettings.builder()
            .noHeartbeat()
            .maxOwnStreams(1)
            .clock(clock)
            .timeLimits(TimeLimits.NONE.withOpen(Duration.ofSeconds(2)))
            .build();
    try (Link link = Link.inMemory(65_536, settings)) {
      Stream first = link.client.open();
      Background<Stream> second = Background.run(link.client::open).untilItWaits();
      clock.advance(Duration.ofSeconds(2).toNanos());
      CallTimeoutException end = assertInstanceOf(CallTimeoutException.class, second.failure());
      assertEquals(
          "no own stream ended, of as many as maxOwnStreams allows, within 2 s", end.getMessage());
      first.reset(ErrorCode.CANCEL);
      assertNotNull(link.client.open());
    }
  }

  @Test
  void cancelledOpenLeavesThePlaceToOthers() throws Exception {
    try (Link link = Link.inMemory(65_536, ONE)) {
      for (int round = 0; round < 60; round++) {
        Stream first = link.client.open();
        CompletableFuture<Stream> cancelled = link.client.openAsync(OpenOptions.DEFAULT);
        Background<Boolean> cancelling = Background.run(() -> cancelled.cancel(false));
        first.reset(ErrorCode.CANCEL);
        if (!cancelling.get()) {
          cancelled.get().reset(ErrorCode.CANCEL);
        }
        link.client.open().reset(ErrorCode.CANCEL); // waits for one that was opened in vain
      }
    }
  }

  @Test
  void interruptedOpenLeavesThePlaceToOthers() throws Exception {
    try (Link link = Link.inMemory(65_536, ONE)) {
      for (int round = 0; round < 60; round++) {
        Stream first = link.client.open();
        Background<Stream> one = Background.run(link.client::open).untilItWaits();
        Background<Stream> other = Background.run(link.client::open).untilItWaits();
        first.reset(ErrorCode.CANCEL);
        one.interrupt();
        if (one.isInterrupted()) {
          other.get().reset(ErrorCode.CANCEL);
        } else {
          one.get().reset(ErrorCode.CANCEL);
          other.get().reset(ErrorCode.CANCEL);
        }
      }
    }
  }

  @Test
  void wrongArgumentsAreThrownAtOnce() throws Exception {
    try (Link link = Link.over(Kind.IN_MEMORY)) {
      OpenOptions reserved = OpenOptions.DEFAULT.withType(0xFFFFFF00);
      assertThrows(IllegalArgumentException.class, () -> link.client.openAsync(reserved));
      ByteBuffer octet = Bytes.of("x");
      OpenOptions fin = OpenOptions.DEFAULT.withFin();
      assertThrows(IllegalArgumentException.class, () -> link.client.openAsync(fin, octet));
    }
  }

  @Test
  void streamResetWhileItWaitsIsNotGiven() throws Exception {
    try (Link link = Link.over(Kind.IN_MEMORY)) {
      Stream there = link.client.open();
      Stream here = link.server.accept();
      Stream waiting = link.client.open();
      exchange(there, here); // the other one has come, too, and waits to be accepted
      waiting.reset(ErrorCode.CANCEL);
      exchange(there, here);
      CompletableFuture<Stream> accepting = link.server.acceptAsync();
      assertFalse(accepting.isDone());
      assertNull(link.server.tryAccept());
      assertEquals(link.client.open().id(), accepting.get().id());
    }
  }

  private static void exchange(Stream from, Stream to) throws Exception {
    from.write(Bytes.of("x"));
    assertEquals("x", Bytes.readText(to, 1));
  }
}
