package org.muxado.tls;

import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** Makes engines of TLS for one connection each, as the settings say. */
final class Engines {

  private Engines() {}

  /**
   * An engine for a client.
   *
   * @param host the name to ask for and to verify
   */
  static SSLEngine client(TlsSettings settings, String host, int port) {
    SSLEngine engine = settings.context().createSSLEngine(host, port);
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setProtocols(settings.protocols());
    parameters.setApplicationProtocols(new String[] {TlsSettings.ALPN});
    if (settings.verifyHostName()) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    SNIHostName name = indication(host);
    if (name != null) {
      parameters.setServerNames(List.of(name));
    }
    engine.setSSLParameters(parameters);
    return engine;
  }

  /** The name for SNI, which carries no addresses. */
  private static @Nullable SNIHostName indication(String host) {
    boolean address = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
    try {
      return address ? null : new SNIHostName(host);
    } catch (IllegalArgumentException unsuitable) {
      return null;
    }
  }

  /** An engine for a server. */
  static SSLEngine server(TlsSettings settings, TlsFailures failures) {
    SSLEngine engine = settings.context().createSSLEngine();
    engine.setUseClientMode(false);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setProtocols(settings.protocols());
    switch (settings.clientAuthentication()) {
      case NONE -> parameters.setWantClientAuth(false);
      case WANTED -> parameters.setWantClientAuth(true);
      case REQUIRED -> parameters.setNeedClientAuth(true);
    }
    engine.setSSLParameters(parameters);
    engine.setHandshakeApplicationProtocolSelector((which, offered) -> choose(offered, failures));
    return engine;
  }

  private static @Nullable String choose(List<String> offered, TlsFailures failures) {
    if (offered.contains(TlsSettings.ALPN)) {
      return TlsSettings.ALPN;
    }
    failures.nothingSuits(offered);
    return null;
  }
}
