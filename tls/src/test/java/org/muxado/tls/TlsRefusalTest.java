package org.muxado.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muxado.tls.TlsProvider.JDK;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.muxado.engine.Termination;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;
import org.muxado.tls.Authority.Issued;
import org.muxado.tls.TlsException.Reason;

/** Each side that TLS refuses says which it is: in one sentence, with the names. */
@Timeout(60)
class TlsRefusalTest {

  private final Instant now = Instant.now();

  private final CompletableFuture<IOException> refused = new CompletableFuture<>();

  static Stream<Mode> modes() {
    return Mode.all();
  }

  /** Dials a server with this certificate and expects to fail. */
  private TlsException refusedBy(Mode mode, Issued identity) throws Exception {
    return refusedBy(mode.forServer(identity), mode.forClient());
  }

  private TlsException refusedBy(TlsSettingsBuilder server, TlsSettingsBuilder client)
      throws Exception {
    try (TlsSessionListener listener = listen(server)) {
      TlsException failure = assertThrows(TlsException.class, () -> dial(listener, client));
      refused.get(); // before the listener is closed
      return failure;
    }
  }

  private TlsSessionListener listen(TlsSettingsBuilder server) throws IOException {
    return MuxadoTls.listen(
        Mode.anyPort(), server.onRefused(refused::complete).build(), SessionSettings.DEFAULT);
  }

  private static Session dial(TlsSessionListener listener, TlsSettingsBuilder client)
      throws IOException {
    int port = listener.address().getPort();
    return MuxadoTls.dial("localhost", port, client.build(), SessionSettings.DEFAULT);
  }

  private static void assertSays(Reason reason, String text, Throwable failure) {
    TlsException tls = (TlsException) failure;
    assertTrue(tls.getMessage().contains(text), tls.getMessage());
    assertEquals(reason, tls.reason(), tls.getMessage());
  }

  @ParameterizedTest
  @MethodSource("modes")
  void namesTheHostThatTheCertificateIsNotFor(Mode mode) throws Exception {
    TlsException failure = refusedBy(mode, Authority.EC.issue("example.org"));
    assertSays(
        Reason.WRONG_NAME,
        "the server's certificate \"CN=example.org of EC authority\" is for example.org, not for"
            + " localhost",
        failure);
    assertSays(Reason.CERTIFICATE_REFUSED, "refused this side's certificate", refused.get());
  }

  @ParameterizedTest
  @MethodSource("modes")
  void tellsWhenACertificateExpired(Mode mode) throws Exception {
    Instant end = now.minus(Duration.ofDays(3));
    Issued expired = Authority.EC.issue("localhost", end.minus(Duration.ofDays(1)), end);
    assertSays(
        Reason.EXPIRED,
        "expired on " + expired.certificate().getNotAfter().toInstant(),
        refusedBy(mode, expired));
  }

  @ParameterizedTest
  @MethodSource("modes")
  void tellsWhenACertificateBecomesValid(Mode mode) throws Exception {
    Instant start = now.plus(Duration.ofDays(3));
    Issued early = Authority.RSA.issue("localhost", start, start.plus(Duration.ofDays(1)));
    assertSays(
        Reason.NOT_YET_VALID,
        "is not valid before " + early.certificate().getNotBefore().toInstant(),
        refusedBy(mode, early));
  }

  @ParameterizedTest
  @MethodSource("modes")
  void namesTheUnknownIssuer(Mode mode) throws Exception {
    assertSays(
        Reason.UNKNOWN_ISSUER,
        "was issued by CN=other authority, which is not trusted",
        refusedBy(mode, Authority.OTHER.issue("localhost")));
  }

  @ParameterizedTest
  @MethodSource("modes")
  void requiresACertificateOfTheClient(Mode mode) throws Exception {
    TlsSettingsBuilder server =
        mode.forServer().clientAuthentication(ClientAuthentication.REQUIRED);
    assertEndsFor(server, mode.forClient());
    assertSays(Reason.CERTIFICATE_MISSING, "sent no certificate", refused.get());
  }

  @ParameterizedTest
  @MethodSource("modes")
  void refusesTheClientsExpiredCertificate(Mode mode) throws Exception {
    TlsSettingsBuilder server =
        mode.forServer().clientAuthentication(ClientAuthentication.REQUIRED);
    Instant end = now.minus(Duration.ofDays(3));
    Issued expired = Authority.EC.issue("me", end.minus(Duration.ofDays(1)), end);
    assertEndsFor(server, mode.forClient().identityPem(expired.chain(), expired.key()));
    assertSays(Reason.EXPIRED, "the client's certificate \"CN=me of EC authority\"", refused.get());
  }

  /**
   * The client hears of it in the handshake, or with TLS 1.3 after it.
   *
   * @return what it hears
   */
  private String assertEndsFor(TlsSettingsBuilder server, TlsSettingsBuilder client)
      throws Exception {
    try (TlsSessionListener listener = listen(server);
        Session session = dial(listener, client)) {
      Termination end = session.awaitTermination();
      assertEquals(Termination.Cause.TRANSPORT, end.cause());
      return end.message();
    } catch (TlsException e) {
      return e.getMessage();
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void tellsTheClientThatItsCertificateIsMissing(Mode mode) throws Exception {
    TlsSettingsBuilder server =
        mode.forServer().clientAuthentication(ClientAuthentication.REQUIRED);
    String heard = assertEndsFor(server, mode.forClient());
    assertTrue(
        heard.contains("alert certificate_required")
            || heard.contains("alert bad_certificate")
            || heard.contains("alert handshake_failure"),
        heard);
  }

  @ParameterizedTest
  @MethodSource("modes")
  void takesTheClientsCertificate(Mode mode) throws Exception {
    Issued mine = Authority.RSA.issue("me");
    TlsSettingsBuilder server =
        mode.forServer().clientAuthentication(ClientAuthentication.REQUIRED);
    try (TlsSessionListener listener = listen(server);
        Session client = dial(listener, mode.forClient().identityPem(mine.chain(), mine.key()))) {
      TlsAccepted accepted = listener.acceptWithPeer();
      assertEquals(mine.certificate(), accepted.tls().getPeerCertificates()[0]);
      accepted.session().close();
      client.awaitTermination();
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void tellsThatNoVersionIsCommon(Mode mode) throws Exception {
    TlsVersion other =
        mode.version() == TlsVersion.TLS_1_2 ? TlsVersion.TLS_1_3 : TlsVersion.TLS_1_2;
    TlsException failure = refusedBy(mode.forServer().versions(Set.of(other)), mode.forClient());
    assertSays(Reason.NO_COMMON_PROTOCOL, mode.version().protocol(), failure);
    assertSays(Reason.NO_COMMON_PROTOCOL, other.protocol(), refused.get());
  }

  @ParameterizedTest
  @EnumSource
  void serverWithoutCertificateIsRefusedAtOnce(TlsProvider provider) {
    TlsSettingsBuilder server = TlsSettings.builder().provider(provider);
    assertThrows(IllegalArgumentException.class, () -> listen(server));
  }

  @Test
  void firstIdOfTheOtherSideIsRefusedAtOnce() {
    SessionSettings odd = SessionSettings.builder().firstStreamId(3).build();
    TlsSettings server = new Mode(JDK, JDK, TlsVersion.TLS_1_3).forServer().build();
    assertThrows(
        IllegalArgumentException.class, () -> MuxadoTls.listen(Mode.anyPort(), server, odd));
  }

  @ParameterizedTest
  @MethodSource("modes")
  void takesAnyNameWhereToldSo(Mode mode) throws Exception {
    Issued other = Authority.EC.issue("example.org");
    try (TlsSessionListener listener = listen(mode.forServer(other));
        Session client = dial(listener, mode.forClient().anyServerName());
        Session server = listener.accept()) {
      client.open(); // no exception: the session is up
      server.accept();
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void verifiesTheNameThatWasSet(Mode mode) throws Exception {
    Issued other = Authority.RSA.issue("example.org");
    try (TlsSessionListener listener = listen(mode.forServer(other));
        Session client = dial(listener, mode.forClient().serverName("example.org"));
        Session server = listener.accept()) {
      client.open(); // no exception: the session is up
      server.accept();
    }
  }
}
