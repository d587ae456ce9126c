package org.muxado.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muxado.Muxado;
import org.muxado.session.Session;
import org.muxado.session.SessionEndedException;
import org.muxado.session.SessionSettings;
import org.muxado.tls.TlsException.Reason;

/**
 * With TLS 1.3 a server refuses a client's certificate after the client's handshake is over: the
 * client hears the reason even if it has written by then and the connection is broken.
 */
@Timeout(60)
class TlsLateAlertTest {

  private static final Duration DAY = Duration.ofDays(1);

  private final CompletableFuture<IOException> refused = new CompletableFuture<>();

  static Stream<Mode> modes() {
    return Mode.all().filter(mode -> mode.version() == TlsVersion.TLS_1_3);
  }

  private TlsSessionListener listen(Mode mode) throws IOException {
    TlsSettings settings =
        mode.forServer()
            .clientAuthentication(ClientAuthentication.REQUIRED)
            .onRefused(refused::complete)
            .build();
    return MuxadoTls.listen(Mode.anyPort(), settings, SessionSettings.DEFAULT);
  }

  @ParameterizedTest
  @MethodSource("modes")
  void missingCertificateIsToldAfterAFailedWrite(Mode mode) throws Exception {
    TlsException failure = lostBy(mode, mode.forClient().build(), false);
    assertEquals(Reason.CERTIFICATE_REFUSED, failure.reason(), failure.getMessage());
    assertTrue(
        failure.getMessage().contains("refused a peer without certificate: alert "),
        failure.getMessage());
  }

  @ParameterizedTest
  @MethodSource("modes")
  void expiredCertificateIsToldAfterAFailedWrite(Mode mode) throws Exception {
    Instant end = Instant.now().minus(DAY);
    Authority.Issued expired = Authority.EC.issue("me", end.minus(DAY), end);
    TlsException failure =
        lostBy(mode, mode.forClient().identityPem(expired.chain(), expired.key()).build(), false);
    assertEquals(Reason.CERTIFICATE_REFUSED, failure.reason(), failure.getMessage());
  }

  /** Used to say that the server had refused this side's certificate, which was never sent. */
  @ParameterizedTest
  @MethodSource("modes")
  void certificateThatNoNamedAuthorityIssuedIsToldAsNotSent(Mode mode) throws Exception {
    Authority.Issued foreign = Authority.OTHER.issue("me");
    TlsException failure =
        lostBy(mode, mode.forClient().identityPem(foreign.chain(), foreign.key()).build(), false);
    assertEquals(Reason.CERTIFICATE_REFUSED, failure.reason(), failure.getMessage());
    if (failure.getMessage().endsWith("alert certificate_required")) { // JDK 17 has another alert
      assertTrue(failure.getMessage().contains("this side's was not sent, since"));
    }
    assertEquals(
        Reason.CERTIFICATE_MISSING, ((TlsException) refused.join()).reason(), "at the server");
  }

  @ParameterizedTest
  @MethodSource("modes")
  void reasonIsToldWhereTheRestOfAWriteFails(Mode mode) throws Exception {
    TlsException failure = lostBy(mode, mode.forClient().build(), true);
    assertEquals(Reason.CERTIFICATE_REFUSED, failure.reason(), failure.getMessage());
  }

  /**
   * What a client is told whose first write fails, because the server has hung up.
   *
   * @param stalls whether that write is left over first, and fails when it is tried again
   */
  private TlsException lostBy(Mode mode, TlsSettings tls, boolean stalls) throws IOException {
    try (TlsSessionListener listener = listen(mode)) {
      BrokenLink link = new BrokenLink(listener.address(), stalls);
      TlsTransport transport = link.shakeHands(tls, listener.address());
      refused.join(); // the server has sent its alert
      link.broken = true;
      try (Session session = Muxado.client(transport, SessionSettings.DEFAULT)) {
        session.awaitTermination(); // its first frame, of the heartbeat, cannot be written
        SessionEndedException lost = assertThrows(SessionEndedException.class, session::accept);
        return assertInstanceOf(TlsException.class, lost.getCause());
      }
    }
  }

  /** Writing fails; reading gives what came before, once a write has failed, and then fails too. */
  private static final class BrokenLink extends ForwardingLink {

    volatile boolean broken;
    private volatile boolean stalls;
    private volatile boolean failed;

    BrokenLink(InetSocketAddress address, boolean stalls) throws IOException {
      super(address);
      this.stalls = stalls;
    }

    @Override
    public void write(ByteBuffer source) throws IOException {
      if (!broken) {
        super.write(source);
      } else if (stalls) {
        stalls = false;
      } else {
        failed = true;
        throw new IOException("Broken pipe");
      }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      if (broken && !failed) {
        return 0;
      }
      int count = super.read(target);
      if (broken && count <= 0) {
        throw new IOException("Connection reset");
      }
      return count;
    }
  }
}
