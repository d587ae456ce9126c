package org.muxado.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muxado.engine.EndKind;
import org.muxado.engine.EngineExtension;
import org.muxado.engine.EngineStream;
import org.muxado.engine.ExtensionContext;
import org.muxado.engine.Outcome;
import org.muxado.engine.Role;
import org.muxado.engine.Termination;
import org.muxado.frame.ErrorCode;
import org.muxado.transport.InMemoryTransport;

/** Extensions serve the peer's streams of their type and open their own (section 14.1). */
@Timeout(60)
class ExtensionTest {

  private static final int CLOCK = 0xFFFFFF10;
  private static final OpenOptions CLOCK_STREAM = OpenOptions.DEFAULT.withType(CLOCK);

  /** An example: for each octet that comes, 8 octets with the time here. */
  private record ClockExtension(LongSupplier clock) implements Extension {

    @Override
    public int type() {
      return CLOCK;
    }

    @Override
    public void serve(Stream stream) throws IOException {
      while (stream.inputStream().read() >= 0) {
        stream.write(ByteBuffer.allocate(8).putLong(clock.getAsLong()).flip());
      }
    }
  }

  /** An example without threads, inside the engine: sends back what comes. */
  private record EchoExtension(ExtensionContext context) implements EngineExtension {

    @Override
    public void opened(EngineStream stream, long nowNanos) {}

    @Override
    public void received(EngineStream stream, long nowNanos) {
      ByteBuffer octets = ByteBuffer.allocate(stream.readableBytes());
      if (octets.hasRemaining()) {
        context.read(stream, octets);
        context.write(stream, octets.flip());
      }
      if (stream.inputHasEnded()) {
        context.finish(stream);
      }
    }
  }

  /** An extension that does one thing with each stream. */
  private interface OneThing extends Extension {
    @Override
    default int type() {
      return CLOCK;
    }
  }

  private static SessionSettings with(Extension extension) {
    return SessionSettings.builder().noHeartbeat().extension(extension).build();
  }

  @ParameterizedTest
  @EnumSource(Link.Kind.class)
  void servesStreamsOfItsType(Link.Kind kind) throws Exception {
    try (Link link = Link.over(kind, with(new ClockExtension(() -> 1_234)))) {
      Stream asking = link.client.open(CLOCK_STREAM);
      DataInputStream answers = new DataInputStream(asking.inputStream());
      asking.write(ByteBuffer.allocate(1));
      assertEquals(1_234, answers.readLong());
      asking.writeLast(ByteBuffer.allocate(1));
      assertEquals(1_234, answers.readLong());
      assertEquals(-1, answers.read());
      assertEquals(EndKind.FINISHED, asking.awaitOutcome().kind());
      assertNull(link.server.tryAccept());
    }
  }

  @ParameterizedTest
  @EnumSource(Link.Kind.class)
  void servesInsideTheEngine(Link.Kind kind) throws Exception {
    SessionSettings settings =
        SessionSettings.builder().engineExtension(CLOCK, EchoExtension::new).build();
    try (Link link = Link.over(kind, settings)) {
      Stream asking = link.client.open(CLOCK_STREAM);
      asking.writeLast(Bytes.of("ping"));
      assertEquals("ping", new String(Bytes.readAll(asking), US_ASCII));
      assertEquals(EndKind.FINISHED, asking.awaitOutcome().kind());
      assertNull(link.server.tryAccept());
    }
  }

  /** Such streams never ended, and filled what the peer may have. */
  @Test
  void endsStreamsWithoutInputInsideTheEngine() throws Exception {
    SessionSettings settings =
        SessionSettings.builder().engineExtension(CLOCK, EchoExtension::new).build();
    try (Link link = Link.over(Link.Kind.IN_MEMORY, settings)) {
      Stream silent = link.client.open(CLOCK_STREAM.withFin());
      assertEquals(-1, silent.read(ByteBuffer.allocate(1)));
      assertEquals(EndKind.FINISHED, silent.awaitOutcome().kind());
    }
  }

  @Test
  void refusesTwoOfOneTypeAlsoInsideTheEngine() {
    SessionSettingsBuilder builder =
        SessionSettings.builder()
            .extension(new ClockExtension(() -> 0))
            .engineExtension(CLOCK, EchoExtension::new);
    assertThrows(IllegalArgumentException.class, builder::build);
  }

  @Test
  void servesSeveralStreamsAtATime() throws Exception {
    try (Link link = Link.inMemory(4_096, with(new ClockExtension(() -> 7)))) {
      Stream first = link.client.open(CLOCK_STREAM, ByteBuffer.allocate(1));
      Stream second = link.client.open(CLOCK_STREAM, ByteBuffer.allocate(1));
      assertEquals(7, new DataInputStream(second.inputStream()).readLong());
      assertEquals(7, new DataInputStream(first.inputStream()).readLong());
    }
  }

  @Test
  void mayOpenStreamsOfItsOwn() throws Exception {
    BlockingQueue<Session> started = new LinkedBlockingQueue<>();
    BlockingQueue<Integer> served = new LinkedBlockingQueue<>();
    OneThing greeting =
        new OneThing() {
          @Override
          public void started(Session session) {
            started.add(session);
            assertTrue(session.openAsync(CLOCK_STREAM).isDone());
          }

          @Override
          public void serve(Stream stream) {
            served.add(stream.id());
          }
        };
    try (Link link = Link.inMemory(4_096, with(greeting))) {
      assertSame(link.server, started.take());
      assertSame(link.client, started.take());
      assertEquals(5, served.take() + served.take()); // the server's stream 2, the client's 3
    }
  }

  @Test
  void oneThatThrowsResetsItsStreamOnly() throws Exception {
    OneThing faulty =
        stream -> {
          throw new IllegalStateException("a fault on purpose");
        };
    try (LogRecords log = new LogRecords();
        Link link = Link.inMemory(4_096, with(faulty))) {
      Outcome outcome = link.client.open(CLOCK_STREAM).awaitOutcome();
      assertEquals(EndKind.RESET_BY_PEER, outcome.kind());
      assertEquals(ErrorCode.INTERNAL_ERROR, outcome.code());
      assertNull(link.client.termination());
      assertEquals(0, log.count("in-memory", Level.SEVERE));
    }
  }

  @Test
  void oneWhoseStreamFailsCancelsIt() throws Exception {
    OneThing failing =
        stream -> {
          throw new IOException("a failure on purpose");
        };
    try (Link link = Link.inMemory(4_096, with(failing))) {
      Outcome outcome = link.client.open(CLOCK_STREAM).awaitOutcome();
      assertEquals(ErrorCode.CANCEL, outcome.code());
    }
  }

  @Test
  void faultAtTheStartKillsTheSession() {
    InMemoryTransport.Pair pair = InMemoryTransport.pair(4_096);
    Session[] started = new Session[1];
    OneThing faulty =
        new OneThing() {
          @Override
          public void started(Session session) {
            started[0] = session;
            throw new IllegalStateException("a fault on purpose");
          }

          @Override
          public void serve(Stream stream) {}
        };
    SessionSettings settings = with(faulty);
    assertThrows(
        IllegalStateException.class, () -> Session.start(Role.CLIENT, pair.client(), settings));
    assertEquals(Termination.Cause.KILLED, started[0].termination().cause());
  }

  @Test
  void typesWithoutOneAreAccepted() throws Exception {
    int other = 0xFFFFFF11;
    SessionSettings both =
        SessionSettings.builder()
            .noHeartbeat()
            .extension(new ClockExtension(() -> 0))
            .extensions(Set.of(other))
            .build();
    try (Link link = Link.inMemory(4_096, both)) {
      link.client.open(CLOCK_STREAM);
      link.client.open(OpenOptions.DEFAULT.withType(other));
      assertEquals(other, link.server.accept().type());
    }
  }

  @Test
  void refusesTwoOfOneType() {
    SessionSettingsBuilder builder =
        SessionSettings.builder().extension(new ClockExtension(() -> 0));
    ClockExtension second = new ClockExtension(() -> 1);
    assertEquals(
        "extension type 0xFFFFFF10 is registered twice",
        assertThrows(IllegalArgumentException.class, () -> builder.extension(second)).getMessage());
  }

  @Test
  void refusesTheTypeOfAnApplication() {
    OneThing plain =
        new OneThing() {
          @Override
          public int type() {
            return 5;
          }

          @Override
          public void serve(Stream stream) {}
        };
    assertThrows(IllegalArgumentException.class, () -> with(plain));
  }
}
