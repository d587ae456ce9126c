package org.muxado.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.engine.RetryVerdict;
import org.muxado.frame.ErrorCode;
import org.muxado.session.Background;
import org.muxado.session.Link;
import org.muxado.session.OpenOptions;
import org.muxado.session.SessionSettings;
import org.muxado.session.Stream;
import org.muxado.session.StreamClosedException;
import org.muxado.session.StreamRefusedException;

/** Sockets from a factory: options before connecting, and connecting. */
@Timeout(60)
class UnconnectedSocketTest {

  private static final SocketAddress ANYWHERE =
      InetSocketAddress.createUnresolved("app.example", 80);

  private Link link;
  private StreamSocketFactory factory;

  @BeforeEach
  void start() {
    SessionSettings one = SessionSettings.builder().noHeartbeat().maxOwnStreams(1).build();
    link = Link.inMemory(65_536, one);
    factory = new StreamSocketFactory(link.client);
  }

  @AfterEach
  void kill() {
    link.close();
  }

  @Test
  void refusesCallsThatNeedAStream() throws Exception {
    StreamSocket socket = factory.createSocket();
    assertFalse(socket.isConnected());
    assertFalse(socket.isBound());
    assertFalse(socket.isClosed());
    assertNull(socket.stream());
    assertNull(socket.getRemoteSocketAddress());
    assertNull(socket.getLocalSocketAddress());
    assertThrows(SocketException.class, socket::getInputStream);
    assertThrows(SocketException.class, socket::getOutputStream);
    assertThrows(SocketException.class, socket::shutdownOutput);
    assertEquals("socket over no stream yet", socket.toString());
    socket.close();
    assertTrue(socket.isClosed());
    assertThrows(SocketException.class, () -> socket.connect(ANYWHERE));
    assertNull(link.server.tryAccept());
  }

  @Test
  void keepsOptionsAcrossConnecting() throws Exception {
    StreamSocket socket = factory.createSocket();
    socket.setTcpNoDelay(false);
    socket.setKeepAlive(true);
    socket.setReuseAddress(true);
    socket.setOOBInline(true);
    socket.setSoLinger(true, 7);
    socket.setSendBufferSize(1_000);
    socket.setReceiveBufferSize(2_000);
    socket.setTrafficClass(8);
    socket.setPerformancePreferences(1, 2, 3);
    socket.setSoTimeout(5);
    socket.connect(ANYWHERE);
    assertFalse(socket.getTcpNoDelay());
    assertTrue(socket.getKeepAlive());
    assertTrue(socket.getReuseAddress());
    assertTrue(socket.getOOBInline());
    assertEquals(7, socket.getSoLinger());
    assertEquals(1_000, socket.getSendBufferSize());
    assertEquals(2_000, socket.getReceiveBufferSize());
    assertEquals(8, socket.getTrafficClass());
    assertEquals(5, socket.getSoTimeout());
    assertThrows(SocketTimeoutException.class, () -> socket.getInputStream().read());
  }

  @Test
  void optionsHaveDefaults() throws Exception {
    Socket socket = factory.createSocket();
    assertTrue(socket.getTcpNoDelay());
    assertFalse(socket.getKeepAlive());
    assertEquals(-1, socket.getSoLinger());
    assertEquals(0, socket.getSoTimeout());
    assertEquals(65_536, socket.getSendBufferSize());
  }

  @Test
  void answersOptionsByNameToo() throws Exception {
    Socket socket = factory.createSocket();
    socket.setOption(StandardSocketOptions.SO_LINGER, 3);
    assertEquals(3, socket.getSoLinger());
    socket.setSoLinger(false, 0);
    assertEquals(-1, socket.getOption(StandardSocketOptions.SO_LINGER));
    assertTrue(socket.getOption(StandardSocketOptions.TCP_NODELAY));
    assertTrue(socket.supportedOptions().contains(StandardSocketOptions.SO_KEEPALIVE));
  }

  @Test
  void keepsOptionsThatItDoesNotKnow() throws Exception {
    Socket socket = factory.createSocket();
    assertThrows(
        UnsupportedOperationException.class,
        () -> socket.getOption(StandardSocketOptions.SO_REUSEPORT));
    socket.setOption(StandardSocketOptions.SO_REUSEPORT, true);
    assertTrue(socket.getOption(StandardSocketOptions.SO_REUSEPORT));
    assertTrue(socket.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT));
  }

  @Test
  void opensItsStreamWhenItConnects() throws Exception {
    OpenOptions options = OpenOptions.DEFAULT.withType(9).withPriority(4);
    StreamSocket socket = new StreamSocketFactory(link.client, options).createSocket();
    socket.connect(ANYWHERE, 1_000);
    assertTrue(socket.isConnected());
    assertTrue(socket.isBound());
    Stream stream = link.server.accept();
    assertEquals(socket.stream().id(), stream.id());
    assertEquals(9, stream.type());
    assertEquals(4, stream.priority());
    assertThrows(SocketException.class, () -> socket.connect(ANYWHERE));
    assertFalse(socket.isClosed());
  }

  @Test
  void remembersWhereItConnectedTo() throws Exception {
    StreamSocket socket = factory.createSocket();
    socket.connect(ANYWHERE);
    assertEquals("app.example", socket.getInetAddress().getHostName());
    assertEquals(80, socket.getPort());
    assertEquals(socket.stream().id(), socket.getLocalPort());
  }

  @Test
  void remembersWhatItWasBoundTo() throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (Socket socket = factory.createSocket(loopback, 1, loopback, 2)) {
      assertEquals(new InetSocketAddress(loopback, 1), socket.getRemoteSocketAddress());
      assertEquals(new InetSocketAddress(loopback, 2), socket.getLocalSocketAddress());
      socket.setSoLinger(true, 0);
    }
    try (Socket socket = factory.createSocket("app.example", 3, loopback, 4)) {
      assertEquals("app.example", socket.getInetAddress().getHostName());
      assertEquals(4, socket.getLocalPort());
      socket.setSoLinger(true, 0);
    }
  }

  @Test
  void connectTimesOutAndClosesTheSocket() throws Exception {
    StreamSocket first = factory.createSocket();
    first.connect(ANYWHERE);
    StreamSocket second = factory.createSocket();
    assertThrows(SocketTimeoutException.class, () -> second.connect(ANYWHERE, 5));
    assertTrue(second.isClosed());
    assertFalse(second.isConnected());
    first.stream().reset(ErrorCode.CANCEL);
    factory.createSocket("app.example", 80).close(); // the place was not used up
  }

  @Test
  void closeEndsABlockedConnect() throws Exception {
    Socket first = factory.createSocket("app.example", 80);
    StreamSocket second = factory.createSocket();
    Background<Void> connecting =
        Background.<Void>run(
                () -> {
                  second.connect(ANYWHERE);
                  return null;
                })
            .untilItWaits();
    second.close();
    assertInstanceOf(SocketException.class, connecting.failure());
    first.setSoLinger(true, 0);
    first.close();
    factory.createSocket(InetAddress.getLoopbackAddress(), 80).close();
  }

  @Test
  void closeRacingConnectLeavesNoOpenStream() throws Exception {
    try (Link unlimited = Link.over(Link.Kind.IN_MEMORY)) {
      StreamSocketFactory sockets = new StreamSocketFactory(unlimited.client);
      for (int round = 0; round < 200; round++) {
        StreamSocket socket = sockets.createSocket();
        Background<Object> connecting =
            Background.run(
                () -> {
                  socket.connect(ANYWHERE);
                  return null;
                });
        socket.close();
        connecting.await();
        assertTrue(socket.isClosed());
        Stream stream = socket.stream();
        if (stream != null) {
          assertThrows(StreamClosedException.class, () -> stream.outputStream().write(1));
        }
      }
    }
  }

  @Test
  void interruptEndsABlockedConnect() throws Exception {
    factory.createSocket("app.example", 80);
    StreamSocket second = factory.createSocket();
    Background<Void> connecting =
        Background.<Void>run(
                () -> {
                  second.connect(ANYWHERE);
                  return null;
                })
            .untilItWaits();
    connecting.interrupt();
    assertInstanceOf(InterruptedIOException.class, connecting.failure());
    assertTrue(second.isClosed());
  }

  @Test
  void refusedConnectTellsTheVerdict() throws Exception {
    link.server.goAway(ErrorCode.NO_ERROR, "going");
    Stream probe = link.server.open();
    link.client.accept();
    probe.reset(ErrorCode.CANCEL);
    StreamSocket socket = factory.createSocket();
    ConnectException refused = assertThrows(ConnectException.class, () -> socket.connect(ANYWHERE));
    StreamRefusedException cause =
        assertInstanceOf(StreamRefusedException.class, refused.getCause());
    assertEquals(RetryVerdict.NOT_PROCESSED, cause.retry());
    assertTrue(socket.isClosed());
  }

  @Test
  void refusesAddressesOfOtherKinds() throws Exception {
    StreamSocket socket = factory.createSocket();
    assertThrows(IllegalArgumentException.class, () -> socket.connect(null));
    assertThrows(IllegalArgumentException.class, () -> socket.connect(ANYWHERE, -1));
    assertThrows(IllegalArgumentException.class, () -> socket.connect(new SocketAddress() {}));
    assertFalse(socket.isClosed());
  }
}
