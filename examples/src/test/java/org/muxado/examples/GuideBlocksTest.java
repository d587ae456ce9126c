package org.muxado.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Future;
import javax.net.ServerSocketFactory;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.Muxado;
import org.muxado.SessionListener;
import org.muxado.engine.EndKind;
import org.muxado.engine.Limits;
import org.muxado.engine.RetryVerdict;
import org.muxado.engine.Termination;
import org.muxado.frame.ErrorCode;
import org.muxado.net.StreamServerSocketFactory;
import org.muxado.net.StreamSocketFactory;
import org.muxado.session.CallTimeoutException;
import org.muxado.session.MuxadoException;
import org.muxado.session.OpenOptions;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;
import org.muxado.session.Stream;
import org.muxado.session.TimeLimits;

/**
 * The blocks of docs/guide.md up to TLS, in its order, each between two marks; {@link
 * GuideTextTest} holds the guide to them.
 */
@Timeout(60)
class GuideBlocksTest extends GuideSessions {

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
            .limits(Limits.DEFAULT.withMaxPeerStreams(100)) // further ones are refused
            .build();
    // guide end
    assertEquals(16_384, small.protocol().sendQueueBytes());
  }
}
