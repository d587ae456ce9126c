package org.muxado.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ServerSocketFactory;
import javax.net.SocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muxado.Muxado;
import org.muxado.SessionListener;
import org.muxado.engine.EndKind;
import org.muxado.engine.Outcome;
import org.muxado.engine.RetryVerdict;
import org.muxado.engine.Termination;
import org.muxado.frame.ErrorCode;
import org.muxado.net.StreamServerSocketFactory;
import org.muxado.net.StreamSocketFactory;
import org.muxado.session.CallTimeoutException;
import org.muxado.session.Extension;
import org.muxado.session.MuxadoException;
import org.muxado.session.ObservedSession;
import org.muxado.session.OpenOptions;
import org.muxado.session.Session;
import org.muxado.session.SessionEndedException;
import org.muxado.session.SessionObserver;
import org.muxado.session.SessionSettings;
import org.muxado.session.Stream;
import org.muxado.session.TimeLimits;
import org.muxado.tls.MuxadoTls;
import org.muxado.tls.TlsSessionListener;
import org.muxado.tls.TlsSettings;

/**
 * The blocks of docs/guide.md, in its order, each between two marks; {@link GuideTextTest} holds
 * the guide to them.
 */
@Timeout(60)
class GuideBlocksTest {

  private final InetSocketAddress address =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  private final SessionSettings settings = SessionSettings.DEFAULT;
  private final byte[] request = "hello".getBytes(UTF_8);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private SessionListener sessions;
  private Session client;
  private Session server;

  @BeforeEach
  void connect() throws Exception {
    sessions = Muxado.listen(address, settings);
    client = Muxado.dial(sessions.address(), settings);
    server = sessions.accept();
  }

  @AfterEach
  void end() throws Exception {
    client.kill();
    server.kill();
    sessions.close();
    threads.shutdownNow();
  }

  private SessionListener listen() throws IOException {
    // guide: listen
    SessionListener listener = Muxado.listen(address, SessionSettings.DEFAULT);
    // guide end
    return listener;
  }

  private static Object serve(SessionListener listener) throws IOException {
    // guide: echo
    try (Session session = listener.accept();
        Stream stream = session.accept()) {
      stream.inputStream().transferTo(stream.outputStream());
    }
    // guide end
    return null;
  }

  @Test
  void helloWorld() throws Exception {
    SessionListener listener = listen();
    Future<?> serving = threads.submit(() -> serve(listener));
    InetSocketAddress address = listener.address();
    // guide: dial
    Session session = Muxado.dial(address, SessionSettings.DEFAULT);
    Stream stream = session.open();
    stream.writeLast(ByteBuffer.wrap("hello".getBytes(UTF_8)));
    String answer = new String(stream.inputStream().readAllBytes(), UTF_8);
    session.close();
    // guide end
    assertEquals("hello", answer);
    assertNull(serving.get());
    listener.close();
  }

  @Test
  void sockets() throws Exception {
    // guide: sockets
    ServerSocketFactory serverSockets = new StreamServerSocketFactory(server); // for a server
    ServerSocket listening = serverSockets.createServerSocket(80);

    SocketFactory sockets = new StreamSocketFactory(client); // for an HTTP client, say
    Socket connected = sockets.createSocket("any.name", 80);
    Socket accepted = listening.accept();
    // guide end
    connected.getOutputStream().write(42);
    assertEquals(42, accepted.getInputStream().read());
  }

  @Test
  void halfClose() throws Exception {
    Stream stream = client.open();
    Future<?> echo = threads.submit(() -> echo(server.accept()));
    // guide: half-close
    stream.outputStream().write(request);
    stream.shutdownOutput(); // FIN: the peer reads up to the end
    byte[] response = stream.inputStream().readAllBytes(); // and this side goes on reading
    // guide end
    assertArrayEquals(request, response);
    assertNull(echo.get());
  }

  private static Object echo(Stream stream) throws IOException {
    stream.writeLast(ByteBuffer.wrap(stream.inputStream().readAllBytes()));
    return null;
  }

  @Test
  void timeoutsInSettings() {
    // guide: time limits
    SessionSettings settings =
        SessionSettings.builder()
            .timeLimits(
                TimeLimits.NONE
                    .withConnect(Duration.ofSeconds(5))
                    .withRead(Duration.ofSeconds(30))
                    .withWrite(Duration.ofSeconds(30)))
            .build();
    // guide end
    assertEquals(Duration.ofSeconds(5), settings.timeLimits().connect());
    assertEquals(Duration.ZERO, settings.timeLimits().accept());
  }

  @Test
  void timeoutOfOneStream() throws Exception {
    Stream stream = client.open();
    ByteBuffer buffer = ByteBuffer.allocate(100);
    // guide: read timeout
    stream.setReadTimeout(Duration.ofMillis(50));
    try {
      stream.read(buffer);
    } catch (CallTimeoutException e) {
      stream.reset(ErrorCode.CANCEL); // or read again: nothing was lost
    }
    // guide end
    assertEquals(EndKind.RESET_HERE, stream.awaitOutcome().kind());
  }

  @Test
  void retry() throws Exception {
    Session second = Muxado.dial(sessions.address(), settings);
    try (Session secondServer = sessions.accept()) {
      Future<?> echo = threads.submit(() -> echo(secondServer.accept()));
      server.goAway(ErrorCode.NO_ERROR, "restarting");
      byte[] response = callTwice(client, second);
      assertArrayEquals(request, response);
      assertNull(echo.get());
    }
    second.kill();
  }

  private byte[] callTwice(Session first, Session second) throws IOException {
    // guide: retry
    try {
      return call(first, request);
    } catch (MuxadoException e) {
      if (e.retry() != RetryVerdict.NOT_PROCESSED) {
        throw e; // the peer may have begun with it: a request that may be repeated may be tried
      }
      return call(second, request); // the peer's application has not seen it
    }
    // guide end
  }

  private static byte[] call(Session session, byte[] request) throws IOException {
    Stream stream = session.open();
    stream.writeLast(ByteBuffer.wrap(request));
    return stream.inputStream().readAllBytes();
  }

  @Test
  void draining() throws Exception {
    // guide: drain
    server.drain(Duration.ofSeconds(30));
    Termination end = server.awaitTermination();
    // guide end
    assertEquals(Termination.Cause.CLOSED, end.cause());
  }

  @Test
  void heartbeats() {
    // guide: heartbeats
    SessionSettings settings =
        SessionSettings.builder()
            .heartbeat(Duration.ofSeconds(10), Duration.ofSeconds(20)) // interval, tolerance
            .build();
    // guide end
    assertEquals(10_000_000_000L, settings.protocol().heartbeat().intervalNanos());
  }

  @Test
  void priority() throws Exception {
    // guide: priority
    Stream urgent = client.open(OpenOptions.DEFAULT.withPriority(10));
    Stream bulk = client.open(); // priority 0, the lowest
    bulk.setPriority(5); // from the next frame on
    // guide end
    assertEquals(10, urgent.priority());
    assertEquals(5, bulk.priority());
  }

  @Test
  void memory() {
    // guide: memory
    SessionSettings small =
        SessionSettings.builder()
            .windowGrowthBytes(0) // receive windows stay at 65,536 octets
            .sendQueueBytes(16_384)
            .maxOwnStreams(100) // opening waits while that many live
            .build();
    // guide end
    assertEquals(16_384, small.protocol().sendQueueBytes());
  }

  @Test
  void tls(@TempDir Path folder) throws Exception {
    SelfSigned certificate = SelfSigned.create();
    Path chain = PemFiles.certificate(certificate, folder);
    Path key = PemFiles.key(certificate, folder);
    Path authority = chain;
    // guide: tls
    TlsSettings identity = TlsSettings.builder().identityFiles(chain, key).build();
    TlsSessionListener listener = MuxadoTls.listen(address, identity, settings);
    int port = listener.address().getPort();

    TlsSettings trust = TlsSettings.builder().trustFile(authority).build();
    Session session = MuxadoTls.dial("localhost", port, trust, settings);
    // guide end
    try (listener;
        Session accepted = listener.accept()) {
      int id = session.open().id();
      assertEquals(id, accepted.accept().id());
      session.close();
    }
  }

  @Test
  void threadForEachStream() throws Exception {
    Session session = server;
    Future<?> accepting = threads.submit(() -> acceptAll(session));
    assertArrayEquals(request, call(client, request));
    client.close();
    assertNull(accepting.get());
  }

  private Object acceptAll(Session session) throws IOException {
    // guide: threads
    try {
      while (true) {
        Stream stream = session.accept();
        threads.execute(() -> answer(stream));
      }
    } catch (SessionEndedException e) {
      // no more streams will come
    }
    // guide end
    return null;
  }

  private static void answer(Stream stream) {
    try {
      echo(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void futures() throws Exception {
    // guide: futures
    CompletableFuture<Stream> accepting = server.acceptAsync();
    CompletableFuture<Stream> opening = client.openAsync(OpenOptions.DEFAULT);
    CompletableFuture<Integer> both = opening.thenCombine(accepting, (one, other) -> other.id());
    // guide end
    assertEquals(opening.get().id(), both.get());
  }

  @Test
  void observer() throws Exception {
    BlockingQueue<EndKind> ends = new LinkedBlockingQueue<>();
    // guide: observer
    SessionSettings observed =
        SessionSettings.builder()
            .observer(
                new SessionObserver() {
                  @Override
                  public void streamEnded(ObservedSession session, int streamId, Outcome outcome) {
                    ends.add(outcome.kind());
                  }
                })
            .build();
    // guide end
    Session session = Muxado.dial(sessions.address(), observed);
    session.open().reset(ErrorCode.CANCEL);
    assertEquals(EndKind.RESET_HERE, ends.take());
    session.kill();
  }

  private static final int CLOCK_TYPE = 0xFFFFFF10;

  @Test
  void extension() throws Exception {
    // guide: extension
    Extension clock =
        new Extension() {
          @Override
          public int type() {
            return CLOCK_TYPE; // 0xFFFFFF10
          }

          @Override
          public void serve(Stream stream) throws IOException { // on a thread of its own
            while (stream.inputStream().read() >= 0) {
              stream.write(ByteBuffer.allocate(8).putLong(System.currentTimeMillis()).flip());
            }
          }
        };
    SessionSettings extended = SessionSettings.builder().extension(clock).build();
    // guide end
    try (SessionListener listening = Muxado.listen(address, extended);
        Session asking = Muxado.dial(listening.address(), extended);
        Session answering = listening.accept()) {
      Stream stream = asking.open(OpenOptions.DEFAULT.withType(CLOCK_TYPE));
      stream.writeLast(ByteBuffer.allocate(1));
      assertEquals(8, stream.inputStream().readAllBytes().length);
      assertNull(answering.tryAccept());
    }
  }
}
