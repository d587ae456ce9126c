package org.muxado;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.engine.Termination;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;
import org.muxado.session.Stream;
import org.muxado.transport.InMemoryTransport;

@Timeout(60)
class MuxadoTest {

  private SessionListener listener;

  @BeforeEach
  void listen() throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    listener = Muxado.listen(any, SessionSettings.DEFAULT);
  }

  @AfterEach
  void stopListening() throws IOException {
    listener.close();
  }

  @Test
  void dialsAListenerAndTalks() throws IOException {
    try (Session client = Muxado.dial(listener.address(), SessionSettings.DEFAULT);
        Session server = listener.accept();
        Stream there = client.open();
        Stream here = server.accept()) {
      // The heartbeats took the client's 3.
      assertEquals(5, there.id());
      here.outputStream().write(42);
      assertEquals(42, there.inputStream().read());
    }
  }

  @Test
  void acceptsSeveralSessions() throws IOException {
    Session first = Muxado.dial(listener.address(), SessionSettings.DEFAULT);
    Session second = Muxado.dial(listener.address(), SessionSettings.DEFAULT);
    listener.accept().kill();
    listener.accept().kill();
    assertTrue(first.awaitTermination().byPeer());
    assertTrue(second.awaitTermination().byPeer());
  }

  @Test
  void interruptOfAnAcceptorLeavesTheListener() throws Exception {
    Throwable thrown = failureOf(true);
    assertInstanceOf(InterruptedIOException.class, thrown);
    Muxado.dial(listener.address(), SessionSettings.DEFAULT).kill();
    listener.accept().kill();
  }

  @Test
  void closingTheListenerEndsAnAccept() throws Exception {
    assertInstanceOf(IOException.class, failureOf(false));
  }

  @Test
  void interruptReachesAnAcceptorBehindAnother() throws Exception {
    FutureTask<Session> first = new FutureTask<>(listener::accept);
    FutureTask<Session> second = new FutureTask<>(listener::accept);
    new Thread(first, "first acceptor").start();
    Thread behind = new Thread(second, "second acceptor");
    behind.start();
    behind.interrupt();
    ExecutionException failed = assertThrows(ExecutionException.class, second::get);
    assertInstanceOf(InterruptedIOException.class, failed.getCause());
    Session client = Muxado.dial(listener.address(), SessionSettings.DEFAULT);
    first.get().kill();
    client.kill();
  }

  @Test
  void settingsThatAreRefusedLeakNoConnection() throws IOException {
    SessionSettings even = SessionSettings.builder().firstStreamId(4).build();
    assertThrows(IllegalArgumentException.class, () -> Muxado.dial(listener.address(), even));
    Termination ended = listener.accept().awaitTermination();
    assertEquals(Termination.Cause.TRANSPORT, ended.cause());
    assertTrue(ended.byPeer());
  }

  /** How an accept ends that is interrupted, or whose listener is closed. */
  private Throwable failureOf(boolean interrupt) throws Exception {
    FutureTask<Session> accepting = new FutureTask<>(listener::accept);
    Thread thread = new Thread(accepting);
    thread.start();
    if (interrupt) {
      thread.interrupt();
    } else {
      listener.close();
    }
    return assertThrows(ExecutionException.class, accepting::get).getCause();
  }

  @Test
  void refusesAFirstIdOfTheOtherSide() {
    SessionSettings even = SessionSettings.builder().firstStreamId(4).build();
    InMemoryTransport end = InMemoryTransport.pair(100).client();
    assertThrows(IllegalArgumentException.class, () -> Muxado.client(end, even));
  }

  @Test
  void joinsTwoSidesInMemory() throws IOException {
    InMemoryTransport.Pair pair = InMemoryTransport.pair(1_000);
    try (Session server = Muxado.server(pair.server(), SessionSettings.DEFAULT);
        Session client = Muxado.client(pair.client(), SessionSettings.DEFAULT)) {
      Stream there = server.open();
      there.writeLast(ByteBuffer.wrap(new byte[] {7}));
      assertEquals(7, client.accept().inputStream().read());
    }
  }
}
