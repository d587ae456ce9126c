package org.muxado.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.muxado.ListenerClosedException;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;
import org.muxado.tls.TlsException.Reason;

/** Peers that speak no TLS, speak something else over it, say nothing, or go away. */
@SuppressWarnings("try") // closed early on purpose
@Timeout(60)
class TlsPeerTest {

  private final CompletableFuture<IOException> refused = new CompletableFuture<>();

  static Stream<Mode> modes() {
    return Mode.all();
  }

  private static TlsSettingsBuilder client(TlsProvider provider) {
    return TlsSettings.builder().provider(provider).trustPem(Authority.EC.pem());
  }

  private static TlsSettingsBuilder server(TlsProvider provider) {
    Authority.Issued mine = Authority.EC.issue("localhost");
    return TlsSettings.builder().provider(provider).identityPem(mine.chain(), mine.key());
  }

  private TlsSessionListener listen(TlsSettingsBuilder server) throws IOException {
    return MuxadoTls.listen(
        Mode.anyPort(), server.onRefused(refused::complete).build(), SessionSettings.DEFAULT);
  }

  private static Session dial(int port, TlsSettingsBuilder client) throws IOException {
    return MuxadoTls.dial("localhost", port, client.build(), SessionSettings.DEFAULT);
  }

  private static void assertSays(Reason reason, String text, Throwable failure) {
    TlsException tls = (TlsException) failure;
    assertTrue(tls.getMessage().contains(text), tls.getMessage());
    assertEquals(reason, tls.reason(), tls.getMessage());
  }

  private static Socket plain(TlsSessionListener listener) throws IOException {
    return new Socket(listener.address().getAddress(), listener.address().getPort());
  }

  /** What a peer of a client does with its connection. */
  private interface Peer {
    void use(Socket socket) throws Exception;
  }

  /** Dials a peer and fails. */
  private static TlsException refusedBy(Peer peer, TlsSettingsBuilder client) throws Exception {
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> answering = CompletableFuture.runAsync(() -> serve(listening, peer));
      TlsException failure =
          assertThrows(TlsException.class, () -> dial(listening.getLocalPort(), client));
      answering.get();
      return failure;
    }
  }

  private static void serve(ServerSocket listening, Peer peer) {
    try (Socket socket = listening.accept()) {
      peer.use(socket);
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }

  private static void readAll(Socket socket) throws IOException {
    socket.getInputStream().readAllBytes();
  }

  @ParameterizedTest
  @EnumSource
  void saysThatAServerSpeaksNoTls(TlsProvider provider) throws Exception {
    Peer web =
        socket -> {
          socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n".getBytes(US_ASCII));
          readAll(socket);
        };
    assertSays(Reason.NOT_TLS, "it sent 48 54 54 50 2f", refusedBy(web, client(provider)));
  }

  @ParameterizedTest
  @EnumSource
  void saysThatAClientSpeaksNoTls(TlsProvider provider) throws Exception {
    try (TlsSessionListener listener = listen(server(provider));
        Socket socket = plain(listener)) {
      byte[] syn = {0, 0, 0, 1, 0, 0, 0, 3};
      socket.getOutputStream().write(syn);
      assertSays(Reason.NOT_TLS, "it sent 00 00 00 01 00", refused.get());
    }
  }

  @ParameterizedTest
  @EnumSource
  void saysThatAServerWentAway(TlsProvider provider) throws Exception {
    TlsException failure = refusedBy(Socket::shutdownOutput, client(provider));
    assertEquals(Reason.HANDSHAKE_CUT, failure.reason(), failure.getMessage());
  }

  @ParameterizedTest
  @EnumSource
  void saysThatAClientWentAway(TlsProvider provider) throws Exception {
    try (TlsSessionListener listener = listen(server(provider))) {
      plain(listener).close();
      assertSays(Reason.HANDSHAKE_CUT, "ended the connection during", refused.get());
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesUpASilentServer(TlsProvider provider) throws Exception {
    TlsSettingsBuilder hasty = client(provider).handshakeLimit(Duration.ofMillis(300));
    assertSays(Reason.TIMED_OUT, "in 0.3s", refusedBy(TlsPeerTest::readAll, hasty));
  }

  @ParameterizedTest
  @EnumSource
  void givesUpASilentClient(TlsProvider provider) throws Exception {
    TlsSettingsBuilder hasty = server(provider).handshakeLimit(Duration.ofMillis(300));
    try (TlsSessionListener listener = listen(hasty);
        Socket socket = plain(listener)) {
      assertSays(Reason.TIMED_OUT, "in 0.3s", refused.get());
      readAll(socket); // until the listener has closed the connection
    }
  }

  @ParameterizedTest
  @EnumSource
  void silentClientsHoldUpNobody(TlsProvider provider) throws Exception {
    try (TlsSessionListener listener = listen(server(provider))) {
      List<Socket> silent = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        silent.add(plain(listener));
      }
      try (Session client = dial(listener.address().getPort(), client(provider));
          Session server = listener.accept()) {
        client.open();
        server.accept();
      }
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  @Test
  void connectionsBeyondTheBoundWait() throws Exception {
    TlsSettingsBuilder one = server(TlsProvider.JDK).handshakesAtOnce(1);
    try (TlsSessionListener listener = listen(one);
        Socket silent = plain(listener)) {
      TlsSettingsBuilder hasty = client(TlsProvider.JDK).handshakeLimit(Duration.ofMillis(200));
      int port = listener.address().getPort();
      TlsException failure = assertThrows(TlsException.class, () -> dial(port, hasty));
      assertEquals(Reason.TIMED_OUT, failure.reason());
      silent.close();
      try (Session client = dial(port, client(TlsProvider.JDK));
          Session server = listener.accept()) {
        client.open();
        server.accept();
      }
    }
  }

  @Test
  void closingTheListenerEndsAccept() throws Exception {
    TlsSessionListener listener = listen(server(TlsProvider.JDK));
    CompletableFuture<Throwable> accepting =
        CompletableFuture.supplyAsync(
            () -> assertThrows(ListenerClosedException.class, listener::accept));
    listener.close();
    String message = "the listener at " + listener.address() + " was closed";
    assertEquals(message, accepting.get().getMessage()); // used to be null
    assertEquals(
        message, assertThrows(ListenerClosedException.class, listener::accept).getMessage());
  }

  @ParameterizedTest
  @MethodSource("modes")
  void refusesAClientWithAnotherProtocol(Mode mode) throws Exception {
    try (TlsSessionListener listener = listen(mode.forServer())) {
      assertThrows(
          IOException.class,
          () -> foreignClient(listener, mode.forClient().build(), "h2", "http/1.1").close());
      assertSays(Reason.ALPN_MISMATCH, "offers h2, http/1.1 and not muxado/1", refused.get());
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void refusesAClientWithoutAlpn(Mode mode) throws Exception {
    try (TlsSessionListener listener = listen(mode.forServer());
        SSLSocket socket = foreignClient(listener, mode.forClient().build())) {
      assertEquals(-1, socket.getInputStream().read());
      assertSays(Reason.ALPN_MISMATCH, "names no protocol (ALPN)", refused.get());
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void acceptsAClientWithoutAlpnWhereToldSo(Mode mode) throws Exception {
    try (TlsSessionListener listener = listen(mode.forServer().acceptMissingAlpn());
        SSLSocket socket = foreignClient(listener, mode.forClient().build());
        Session server = listener.accept()) {
      byte[] syn = {0, 0, 0, 1, 0, 0, 0, 3};
      socket.getOutputStream().write(syn);
      assertEquals(3, server.accept().id());
    }
  }

  private static SSLSocket foreignClient(
      TlsSessionListener listener, TlsSettings tls, String... protocols) throws IOException {
    int port = listener.address().getPort();
    SSLSocket socket = (SSLSocket) tls.context().getSocketFactory().createSocket("localhost", port);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(protocols);
    parameters.setProtocols(tls.protocols());
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  @ParameterizedTest
  @MethodSource("modes")
  void refusesAServerWithoutAlpn(Mode mode) throws Exception {
    TlsSettings foreign = mode.forServer().build();
    Peer plainTls =
        socket -> {
          try (SSLSocket tls = foreignServer(socket, foreign)) {
            tls.startHandshake();
            readAll(tls);
          }
        };
    assertSays(
        Reason.ALPN_MISMATCH, "names no protocol (ALPN)", refusedBy(plainTls, mode.forClient()));
  }

  @ParameterizedTest
  @MethodSource("modes")
  void refusesAServerWithAnotherProtocol(Mode mode) throws Exception {
    TlsSettings foreign = mode.forServer().build();
    Peer web =
        socket -> {
          SSLSocket tls = foreignServer(socket, foreign);
          SSLParameters parameters = tls.getSSLParameters();
          parameters.setApplicationProtocols(new String[] {"h2"});
          tls.setSSLParameters(parameters);
          assertThrows(IOException.class, tls::startHandshake);
        };
    assertSays(Reason.ALPN_MISMATCH, "does not speak muxado/1", refusedBy(web, mode.forClient()));
  }

  private static SSLSocket foreignServer(Socket socket, TlsSettings tls) throws IOException {
    SSLSocket wrapped =
        (SSLSocket)
            tls.context().getSocketFactory().createSocket(socket, null, socket.getPort(), true);
    wrapped.setUseClientMode(false);
    SSLParameters parameters = wrapped.getSSLParameters();
    parameters.setProtocols(tls.protocols());
    wrapped.setSSLParameters(parameters);
    return wrapped;
  }
}
