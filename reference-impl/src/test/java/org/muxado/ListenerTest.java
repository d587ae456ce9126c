package org.muxado;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.session.Background;
import org.muxado.session.CallTimeoutException;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;
import org.muxado.session.TimeLimits;
import org.muxado.transport.TcpTransport;

/** Listening and dialling: options, time limits, and what their failures say. */
@Timeout(60)
class ListenerTest {

  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  private static final Duration SHORT = Duration.ofMillis(5);

  private static SessionListener listen(ListenOptions options) throws IOException {
    return Muxado.listen(ANY, options, SessionSettings.DEFAULT);
  }

  @Test
  void refusedDialNamesTheAddress() throws IOException {
    InetSocketAddress closed;
    try (SessionListener listener = listen(ListenOptions.DEFAULT)) {
      closed = listener.address();
    }
    ConnectException refused =
        assertThrows(ConnectException.class, () -> Muxado.dial(closed, SessionSettings.DEFAULT));
    assertTrue(refused.getMessage().startsWith("cannot connect to " + closed + ": "));
    assertInstanceOf(ConnectException.class, refused.getCause());
  }

  @Test
  void refusesToListenAtAnUnresolvedAddress() {
    InetSocketAddress nowhere = InetSocketAddress.createUnresolved("nowhere.invalid", 0);
    UnknownHostException unknown =
        assertThrows(
            UnknownHostException.class, () -> Muxado.listen(nowhere, SessionSettings.DEFAULT));
    assertEquals("nowhere.invalid", unknown.getMessage());
  }

  @Test
  void acceptsOnAVirtualThread() throws Exception {
    assumeTrue(Background.hasVirtualThreads());
    try (SessionListener listener = listen(ListenOptions.DEFAULT)) {
      for (int i = 0; i < 2; i++) {
        Background<Session> accepting = Background.runVirtual(listener::accept).untilItWaits();
        Muxado.dial(listener.address(), SessionSettings.DEFAULT).kill();
        accepting.get().kill();
      }
      Background<Session> interrupted = Background.runVirtual(listener::accept).untilItWaits();
      interrupted.interrupt();
      assertInstanceOf(InterruptedIOException.class, interrupted.failure());
    }
  }

  @Test
  void closingEndsAnAcceptOnAVirtualThread() throws Exception {
    assumeTrue(Background.hasVirtualThreads());
    Background<Session> accepting;
    try (SessionListener listener = listen(ListenOptions.DEFAULT)) {
      accepting = Background.runVirtual(listener::accept).untilItWaits();
    }
    assertInstanceOf(ListenerClosedException.class, accepting.failure());
  }

  @Test
  void interruptedDialSaysSo() throws Exception {
    try (SessionListener listener = listen(ListenOptions.DEFAULT)) {
      FutureTask<TcpTransport> dialling =
          new FutureTask<>(
              () -> {
                Thread.currentThread().interrupt();
                return TcpTransport.connect(listener.address());
              });
      new Thread(dialling).start();
      ExecutionException failed = assertThrows(ExecutionException.class, dialling::get);
      assertInstanceOf(InterruptedIOException.class, failed.getCause());
    }
  }

  @Test
  void dialsWithinItsLimit() throws Exception {
    SessionSettings limited =
        SessionSettings.builder()
            .timeLimits(TimeLimits.NONE.withConnect(Duration.ofMinutes(1)))
            .build();
    try (SessionListener listener = listen(ListenOptions.DEFAULT.withBacklog(1))) {
      Session client = Muxado.dial(listener.address(), limited);
      listener.accept().kill();
      assertTrue(client.awaitTermination().byPeer());
    }
    Duration negative = Duration.ofNanos(-1);
    assertThrows(IllegalArgumentException.class, () -> TcpTransport.connect(ANY, negative));
  }

  @Test
  void acceptEndsAtItsLimitAndTheListenerGoesOn() throws Exception {
    try (SessionListener listener = listen(ListenOptions.DEFAULT.withAcceptLimit(SHORT))) {
      CallTimeoutException end = assertThrows(CallTimeoutException.class, listener::accept);
      assertEquals(
          "no connection came to " + listener.address() + " within 0.005 s", end.getMessage());
      assertThrows(CallTimeoutException.class, () -> listener.accept(Duration.ofNanos(1)));
      Session client = Muxado.dial(listener.address(), SessionSettings.DEFAULT);
      listener.accept(Duration.ofSeconds(Long.MAX_VALUE)).kill();
      client.kill();
    }
  }

  @Test
  void limitCountsBehindAnotherAcceptorToo() throws Exception {
    SessionListener listener = listen(ListenOptions.DEFAULT);
    FutureTask<Session> first = new FutureTask<>(listener::accept);
    new Thread(first, "first acceptor").start();
    assertThrows(CallTimeoutException.class, () -> listener.accept(SHORT));
    listener.close();
    ExecutionException ended = assertThrows(ExecutionException.class, first::get);
    assertClosed(listener, ended.getCause());
    assertClosed(listener, assertThrows(ClosedChannelException.class, listener::accept));
  }

  private static void assertClosed(SessionListener listener, Throwable told) {
    assertInstanceOf(ListenerClosedException.class, told); // used to have no message
    assertEquals("the listener at " + listener.address() + " was closed", told.getMessage());
  }

  @Test
  void refusesAFirstIdOfTheOtherSideAtOnce() {
    SessionSettings odd = SessionSettings.builder().firstStreamId(3).build();
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Muxado.listen(ANY, odd));
    assertTrue(refused.getMessage().startsWith("first stream id of 3 for a SERVER"));
  }

  @Test
  void addressInUseIsNamed() throws IOException {
    try (SessionListener listener = listen(ListenOptions.DEFAULT)) {
      InetSocketAddress taken = listener.address();
      BindException refused =
          assertThrows(BindException.class, () -> Muxado.listen(taken, SessionSettings.DEFAULT));
      assertTrue(refused.getMessage().startsWith("cannot listen at " + taken + ": "));
    }
  }

  @Test
  void optionsNameWhatTheyRefuse() {
    ListenOptions options = ListenOptions.DEFAULT.withReuseAddress(false);
    IllegalArgumentException backlog =
        assertThrows(IllegalArgumentException.class, () -> options.withBacklog(0));
    assertEquals("backlog of 0 is below 1", backlog.getMessage());
    Duration negative = Duration.ofSeconds(-1);
    assertThrows(IllegalArgumentException.class, () -> options.withAcceptLimit(negative));
  }
}
