package org.muxado.tls;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The providers of the two sides and the version between them, each with each. */
record Mode(TlsProvider client, TlsProvider server, TlsVersion version) {

  static Stream<Mode> all() {
    List<Mode> modes = new ArrayList<>();
    for (TlsVersion version : TlsVersion.values()) {
      for (TlsProvider client : TlsProvider.values()) {
        for (TlsProvider server : TlsProvider.values()) {
          modes.add(new Mode(client, server, version));
        }
      }
    }
    return modes.stream();
  }

  /** Settings for a client that trusts the two authorities. */
  TlsSettingsBuilder forClient() {
    return TlsSettings.builder()
        .provider(client)
        .versions(Set.of(version))
        .trustPem(Authority.EC.pem() + Authority.RSA.pem());
  }

  /** Settings for a server with a certificate for localhost. */
  TlsSettingsBuilder forServer() {
    return forServer(Authority.EC.issue("localhost"));
  }

  TlsSettingsBuilder forServer(Authority.Issued identity) {
    return TlsSettings.builder()
        .provider(server)
        .versions(Set.of(version))
        .trustPem(Authority.EC.pem() + Authority.RSA.pem())
        .identityPem(identity.chain(), identity.key());
  }

  static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }
}
