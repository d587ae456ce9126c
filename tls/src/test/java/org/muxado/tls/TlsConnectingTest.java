package org.muxado.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.session.SessionSettings;
import org.muxado.session.TimeLimits;
import org.muxado.tls.TlsException.Reason;

/** How connections come about: limits of time, addresses, and what is closed when it fails. */
@Timeout(30)
class TlsConnectingTest {

  private static final TlsSettings CLIENT =
      TlsSettings.builder().provider(TlsProvider.JDK).trustPem(Authority.EC.pem()).build();

  private static TlsSettings hasty(Duration limit) {
    return TlsSettings.builder().provider(TlsProvider.JDK).handshakeLimit(limit).build();
  }

  private static SessionSettings connectLimit(Duration limit) {
    return SessionSettings.builder().timeLimits(TimeLimits.NONE.withConnect(limit)).build();
  }

  private static InetAddress loopback(int last) throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
  }

  /** A server that accepts nobody, and whose queue is full: connecting takes for ever. */
  private static final class Silent implements AutoCloseable {

    private final ServerSocket server;
    private final List<SocketChannel> queued = new ArrayList<>();

    Silent(InetAddress address, int port) throws IOException {
      server = new ServerSocket(port, 1, address);
      for (int i = 0; i < 8; i++) {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(server.getLocalSocketAddress());
        queued.add(channel);
      }
    }

    int port() {
      return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
      for (SocketChannel channel : queued) {
        channel.close();
      }
      server.close();
    }
  }

  @Test
  void tellsThatConnectingTookTooLong() throws Exception {
    try (Silent silent = new Silent(loopback(1), 0)) {
      TlsSettings tls = hasty(Duration.ofMillis(300));
      TlsException failure =
          assertThrows(
              TlsException.class,
              () -> MuxadoTls.dial("127.0.0.1", silent.port(), tls, SessionSettings.DEFAULT));
      assertEquals(Reason.TIMED_OUT, failure.reason());
      assertTrue(failure.getMessage().contains("in 0.3s"), failure.getMessage());
    }
  }

  @Test
  void connectLimitOfTheSessionHoldsToo() throws Exception {
    try (Silent silent = new Silent(loopback(1), 0)) {
      SessionSettings settings = connectLimit(Duration.ofMillis(200));
      TlsSettings tls = hasty(Duration.ofHours(1));
      TlsException failure =
          assertThrows(
              TlsException.class, () -> MuxadoTls.dial("127.0.0.1", silent.port(), tls, settings));
      assertEquals(Reason.TIMED_OUT, failure.reason());
      assertTrue(failure.getMessage().contains("in 0.2s"), failure.getMessage());
    }
  }

  @Test
  void longerConnectLimitLeavesTheOther() throws Exception {
    try (Silent silent = new Silent(loopback(1), 0)) {
      SessionSettings settings = connectLimit(Duration.ofSeconds(Long.MAX_VALUE));
      TlsSettings tls = hasty(Duration.ofMillis(200));
      TlsException failure =
          assertThrows(
              TlsException.class, () -> MuxadoTls.dial("127.0.0.1", silent.port(), tls, settings));
      assertTrue(failure.getMessage().contains("in 0.2s"), failure.getMessage());
    }
  }

  @Test
  void silentAddressLeavesTimeForTheNext() throws Exception {
    try (Silent silent = new Silent(loopback(1), 0);
        ServerSocket answers = new ServerSocket(silent.port(), 1, loopback(2))) {
      InetAddress[] addresses = {loopback(1), loopback(2)};
      TimeAllowed allowed = TimeAllowed.fromNow(Duration.ofSeconds(2));
      try (SocketChannel channel =
          Connecting.connect("both", addresses, silent.port(), allowed, CLIENT)) {
        assertEquals(answers.getLocalSocketAddress(), channel.getRemoteAddress());
      }
    }
  }

  @Test
  void refusedDialNamesTheAddress() throws Exception {
    int port;
    try (ServerSocket server = new ServerSocket(0, 1, loopback(1))) {
      port = server.getLocalPort();
    }
    ConnectException refused =
        assertThrows(
            ConnectException.class,
            () -> MuxadoTls.dial("127.0.0.1", port, CLIENT, SessionSettings.DEFAULT));
    String start = "cannot connect to 127.0.0.1:" + port + ": ";
    assertTrue(refused.getMessage().startsWith(start), refused.getMessage());
    assertInstanceOf(ConnectException.class, refused.getCause());
  }

  @Test
  void closesTheConnectionOfAServerWithoutIdentity() throws Exception {
    SocketChannel channel = SocketChannel.open();
    assertThrows(
        IllegalArgumentException.class,
        () -> MuxadoTls.server(channel, CLIENT, SessionSettings.DEFAULT));
    assertFalse(channel.isOpen());
  }

  @Test
  void closesAChannelThatIsNotConnected() throws Exception {
    SocketChannel client = SocketChannel.open();
    assertThrows(
        NotYetConnectedException.class,
        () -> MuxadoTls.client(client, "localhost", CLIENT, SessionSettings.DEFAULT));
    assertFalse(client.isOpen());
    Authority.Issued mine = Authority.EC.issue("localhost");
    TlsSettings tls = TlsSettings.builder().identityPem(mine.chain(), mine.key()).build();
    SocketChannel server = SocketChannel.open();
    assertThrows(
        NotYetConnectedException.class,
        () -> MuxadoTls.server(server, tls, SessionSettings.DEFAULT));
    assertFalse(server.isOpen());
  }

  @Test
  void namesTheAddressThatIsTaken() throws Exception {
    Authority.Issued mine = Authority.EC.issue("localhost");
    TlsSettings tls = TlsSettings.builder().identityPem(mine.chain(), mine.key()).build();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      InetSocketAddress address = (InetSocketAddress) taken.getLocalSocketAddress();
      BindException failure =
          assertThrows(
              BindException.class, () -> MuxadoTls.listen(address, tls, SessionSettings.DEFAULT));
      assertTrue(failure.getMessage().contains(address.toString()), failure.getMessage());
    }
    InetSocketAddress nowhere = InetSocketAddress.createUnresolved("nowhere.invalid", 0);
    UnknownHostException unknown =
        assertThrows(
            UnknownHostException.class,
            () -> MuxadoTls.listen(nowhere, tls, SessionSettings.DEFAULT));
    assertEquals("nowhere.invalid", unknown.getMessage());
  }
}
