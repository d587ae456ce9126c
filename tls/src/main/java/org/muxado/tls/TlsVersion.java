package org.muxado.tls;

/** A version of TLS that sessions may run over. */
public enum TlsVersion {
  /** TLS 1.2, RFC 5246. */
  TLS_1_2("TLSv1.2"),
  /** TLS 1.3, RFC 8446. */
  TLS_1_3("TLSv1.3");

  private final String protocol;

  TlsVersion(String protocol) {
    this.protocol = protocol;
  }

  /** The name that Java gives the version. */
  String protocol() {
    return protocol;
  }
}
