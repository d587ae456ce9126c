package org.muxado.tls;

import java.net.Socket;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.muxado.tls.TlsException.Reason;

/** Judges as another trust manager does, and says of what it refuses what is wrong. Thread-safe. */
final class NamingTrustManager extends X509ExtendedTrustManager {

  private final X509ExtendedTrustManager judge;

  NamingTrustManager(X509ExtendedTrustManager judge) {
    this.judge = judge;
  }

  /** A certificate is refused; carries the error for the user through the provider. */
  static final class Refused extends CertificateException {

    private static final long serialVersionUID = 1L;

    private final TlsException error;

    Refused(TlsException error) {
      super(error.getMessage(), error);
      this.error = error;
    }

    TlsException error() {
      return error;
    }
  }

  /** A judgement of the other trust manager. */
  private interface Judgement {
    void pass() throws CertificateException;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    String host = engine.getPeerHost();
    judge(
        "server",
        chain,
        host == null ? "" : host,
        () -> judge.checkServerTrusted(chain, authType, engine),
        () -> judge.checkServerTrusted(chain, authType));
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    Judgement judgement = () -> judge.checkClientTrusted(chain, authType, engine);
    judge("client", chain, "", judgement, judgement);
  }

  private static void judge(
      String peer, X509Certificate[] chain, String host, Judgement whole, Judgement withoutName)
      throws CertificateException {
    try {
      whole.pass();
    } catch (CertificateException e) {
      throw new Refused(explain(peer, chain, host, withoutName, e));
    }
  }

  private static TlsException explain(
      String peer, X509Certificate[] chain, String host, Judgement withoutName, Exception cause) {
    Instant now = Instant.now();
    for (X509Certificate certificate : chain) {
      Instant first = certificate.getNotBefore().toInstant();
      Instant last = certificate.getNotAfter().toInstant();
      if (now.isAfter(last)) {
        String text = CertificateText.of(peer, certificate) + " expired on " + last;
        return new TlsException(Reason.EXPIRED, text, cause);
      }
      if (now.isBefore(first)) {
        String text = CertificateText.of(peer, certificate) + " is not valid before " + first;
        return new TlsException(Reason.NOT_YET_VALID, text, cause);
      }
    }
    try {
      withoutName.pass();
    } catch (CertificateException path) {
      return badPath(peer, chain[0], path);
    }
    return new TlsException(
        Reason.WRONG_NAME,
        CertificateText.of(peer, chain[0])
            + " is for "
            + CertificateText.names(chain[0])
            + ", not for "
            + host,
        cause);
  }

  private static TlsException badPath(String peer, X509Certificate leaf, Exception cause) {
    if (Causes.find(cause, CertPathBuilderException.class) != null) {
      String issuer = leaf.getIssuerX500Principal().getName();
      String text =
          CertificateText.of(peer, leaf) + " was issued by " + issuer + ", which is not trusted";
      return new TlsException(Reason.UNKNOWN_ISSUER, text, cause);
    }
    String text = CertificateText.of(peer, leaf) + " is of no use: " + Causes.innermost(cause);
    return new TlsException(Reason.BAD_CERTIFICATE, text, cause);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return judge.getAcceptedIssuers();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    judge.checkServerTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    judge.checkServerTrusted(chain, authType, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    judge.checkClientTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    judge.checkClientTrusted(chain, authType, socket);
  }
}
