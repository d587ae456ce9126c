package org.muxado.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.frame.ErrorCode;
import org.muxado.session.Background;
import org.muxado.session.Link;
import org.muxado.session.Link.Kind;
import org.muxado.session.SessionEndedException;
import org.muxado.session.Stream;

/** A session as a server socket. */
@Timeout(60)
class StreamServerSocketTest {

  private Link link;
  private StreamServerSocketFactory factory;

  @BeforeEach
  void start() throws Exception {
    link = Link.over(Kind.IN_MEMORY);
    factory = new StreamServerSocketFactory(link.server);
  }

  @AfterEach
  void kill() {
    link.close();
  }

  @Test
  void acceptsTheStreamsOfThePeer() throws Exception {
    try (ServerSocket server = StreamServerSocket.over(link.server)) {
      Background<Socket> accepting = Background.run(server::accept).untilItWaits();
      Stream first = link.client.open();
      StreamSocket socket = assertInstanceOf(StreamSocket.class, accepting.get());
      assertEquals(first.id(), socket.stream().id());
      Stream second = link.client.open();
      assertEquals(second.id(), server.accept().getPort());
    }
  }

  /** Where the common pool has one thread, nothing waits for it anyway. */
  @Test
  void needsNoThreadOfTheCommonPool() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    for (int i = 0; i < 4 * ForkJoinPool.getCommonPoolParallelism(); i++) {
      ForkJoinPool.commonPool().execute(() -> waitFor(over));
    }
    try (ServerSocket server = StreamServerSocket.over(link.server)) {
      Background<Socket> accepting = Background.run(server::accept).untilItWaits();
      Stream stream = link.client.open();
      assertEquals(stream.id(), accepting.get().getPort());
    } finally {
      over.countDown();
    }
  }

  private static void waitFor(CountDownLatch over) {
    try {
      over.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void acceptedSocketKnowsWhereItWasAccepted() throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket server = factory.createServerSocket(8080, 5, loopback)) {
      Stream stream = link.client.open();
      Socket socket = server.accept();
      assertEquals(new InetSocketAddress(loopback, 8080), socket.getLocalSocketAddress());
      assertEquals("stream-" + stream.id() + ".muxado", socket.getInetAddress().getHostName());
    }
  }

  @Test
  void acceptTimesOutAndLosesNoStream() throws Exception {
    try (ServerSocket server = factory.createServerSocket(8080)) {
      server.setSoTimeout(5);
      assertEquals(5, server.getSoTimeout());
      assertThrows(SocketTimeoutException.class, server::accept);
      Stream stream = link.client.open();
      server.setSoTimeout(0);
      assertEquals(stream.id(), server.accept().getPort());
    }
  }

  @Test
  void closeEndsABlockedAcceptAndNothingElse() throws Exception {
    ServerSocket server = factory.createServerSocket(8080, 1);
    Background<Socket> accepting = Background.run(server::accept).untilItWaits();
    server.close();
    server.close();
    assertInstanceOf(SocketException.class, accepting.failure());
    assertTrue(server.isClosed());
    assertThrows(SocketException.class, server::accept);
    assertThrows(SocketException.class, () -> server.setSoTimeout(1));
    assertNull(link.server.termination());
    Stream stream = link.client.open();
    assertEquals(stream.id(), link.server.accept().id());
  }

  @Test
  void closeRacingAStreamLosesNone() throws Exception {
    for (int round = 0; round < 100; round++) {
      ServerSocket server = StreamServerSocket.over(link.server);
      Background<Socket> accepting = Background.run(server::accept).untilItWaits();
      Background<Stream> opening = Background.run(link.client::open);
      server.close();
      int id = opening.get().id();
      assertEquals(id, acceptedBy(accepting));
      opening.get().reset(ErrorCode.CANCEL);
    }
  }

  /** The stream that the server socket got before it was closed, or that the session still has. */
  private int acceptedBy(Background<Socket> accepting) throws Exception {
    try {
      return accepting.get().getPort();
    } catch (ExecutionException closed) {
      return link.server.accept().id();
    }
  }

  @Test
  void endOfTheSessionClosesIt() throws Exception {
    ServerSocket server = StreamServerSocket.over(link.server);
    Background<Socket> accepting = Background.run(server::accept).untilItWaits();
    link.server.kill();
    SocketException failure = assertInstanceOf(SocketException.class, accepting.failure());
    assertInstanceOf(SessionEndedException.class, failure.getCause());
    assertTrue(server.isClosed());
  }

  @Test
  void interruptEndsOneAcceptOnly() throws Exception {
    ServerSocket server = StreamServerSocket.over(link.server);
    Background<Socket> accepting = Background.run(server::accept).untilItWaits();
    accepting.interrupt();
    assertInstanceOf(InterruptedIOException.class, accepting.failure());
    assertFalse(server.isClosed());
    Stream stream = link.client.open();
    assertEquals(stream.id(), server.accept().getPort());
  }

  @Test
  void unboundOneIsBoundFirst() throws Exception {
    ServerSocket server = factory.createServerSocket();
    assertFalse(server.isBound());
    assertThrows(SocketException.class, server::accept);
    server.setReuseAddress(true);
    server.setReceiveBufferSize(5_000);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 99), 3);
    assertTrue(server.isBound());
    assertEquals(99, server.getLocalPort());
    assertEquals("127.0.0.1", server.getInetAddress().getHostAddress());
    assertTrue(server.getReuseAddress());
    assertEquals(5_000, server.getReceiveBufferSize());
    assertEquals(5_000, server.getOption(StandardSocketOptions.SO_RCVBUF));
    assertEquals("server socket of a session, at localhost/127.0.0.1:99", server.toString());
    assertNull(server.getChannel());
  }
}
