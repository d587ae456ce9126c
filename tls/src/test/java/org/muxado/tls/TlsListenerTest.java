package org.muxado.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.ListenOptions;
import org.muxado.session.CallTimeoutException;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;

/**
 * Listening for TLS takes the options that listening for TCP takes, and tells the peer's address.
 */
@Timeout(60)
class TlsListenerTest {

  private static final Mode MODE = new Mode(TlsProvider.JDK, TlsProvider.JDK, TlsVersion.TLS_1_3);
  private static final Duration SHORT = Duration.ofMillis(5);

  private final TlsSettings server = MODE.forServer().build();

  private TlsSessionListener listen(InetSocketAddress address, ListenOptions options)
      throws IOException {
    return MuxadoTls.listen(address, options, server, SessionSettings.DEFAULT);
  }

  private static Session dial(TlsSessionListener listener) throws IOException {
    int port = listener.address().getPort();
    return MuxadoTls.dial("localhost", port, MODE.forClient().build(), SessionSettings.DEFAULT);
  }

  @Test
  void acceptEndsAtItsLimitAndTheListenerGoesOn() throws Exception {
    ListenOptions limited = ListenOptions.DEFAULT.withAcceptLimit(SHORT);
    try (TlsSessionListener listener = listen(Mode.anyPort(), limited)) {
      CallTimeoutException end = assertThrows(CallTimeoutException.class, listener::accept);
      assertEquals(
          "no connection came to " + listener.address() + " within 0.005 s", end.getMessage());
      assertThrows(CallTimeoutException.class, () -> listener.acceptWithPeer(Duration.ofNanos(1)));
      Session client = dial(listener);
      listener.accept(Duration.ofSeconds(Long.MAX_VALUE)).kill();
      client.kill();
    }
  }

  @Test
  void acceptWithALimitOfZeroWaits() throws Exception {
    ListenOptions limited = ListenOptions.DEFAULT.withAcceptLimit(SHORT);
    try (TlsSessionListener listener = listen(Mode.anyPort(), limited)) {
      Session client = dial(listener);
      listener.accept(Duration.ZERO).kill();
      client.kill();
    }
  }

  @Test
  void refusesANegativeLimit() throws Exception {
    try (TlsSessionListener listener = listen(Mode.anyPort(), ListenOptions.DEFAULT)) {
      Duration negative = Duration.ofNanos(-1);
      assertThrows(IllegalArgumentException.class, () -> listener.accept(negative));
    }
  }

  @Test
  void addressInUseIsNamed() throws Exception {
    try (TlsSessionListener listener = listen(Mode.anyPort(), ListenOptions.DEFAULT)) {
      InetSocketAddress taken = listener.address();
      ListenOptions strict = ListenOptions.DEFAULT.withReuseAddress(false);
      BindException refused = assertThrows(BindException.class, () -> listen(taken, strict));
      assertTrue(refused.getMessage().startsWith("cannot listen at " + taken + ": "));
    }
  }

  @Test
  void sessionsTellThePeersAddress() throws Exception {
    try (TlsSessionListener listener = listen(Mode.anyPort(), ListenOptions.DEFAULT);
        Session client = dial(listener);
        Session accepted = listener.accept()) {
      assertEquals(listener.address(), client.peerAddress());
      InetSocketAddress there = (InetSocketAddress) accepted.peerAddress();
      assertEquals(listener.address().getAddress(), there.getAddress());
    }
  }
}
