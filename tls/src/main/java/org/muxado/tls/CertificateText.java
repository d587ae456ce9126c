package org.muxado.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

/** Names certificates for people. */
final class CertificateText {

  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  private CertificateText() {}

  /** Such as {@code the server's certificate "CN=example.org"}. */
  static String of(String peer, X509Certificate certificate) {
    String subject = certificate.getSubjectX500Principal().getName();
    return "the " + peer + "'s certificate \"" + subject + "\"";
  }

  /** The hosts that a certificate is for. */
  static String names(X509Certificate certificate) {
    List<String> names = alternativeNames(certificate);
    return names.isEmpty() ? "no host at all" : String.join(", ", names);
  }

  private static List<String> alternativeNames(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null
          ? List.of()
          : names.stream()
              .filter(CertificateText::isHost)
              .map(name -> String.valueOf(name.get(1)))
              .toList();
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }

  private static boolean isHost(List<?> name) {
    return name.get(0) instanceof Integer kind && (kind == DNS_NAME || kind == IP_ADDRESS);
  }
}
