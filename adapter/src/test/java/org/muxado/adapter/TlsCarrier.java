package org.muxado.adapter;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;
import org.muxado.tck.spi.Role;
import org.muxado.tck.spi.Wire;
import org.muxado.tls.MuxadoTls;
import org.muxado.tls.TlsProvider;
import org.muxado.tls.TlsSettings;
import org.muxado.tls.TlsVersion;

/**
 * Carries sessions over TLS. The kit's end is the JDK's, which can end its output and go on
 * reading.
 */
final class TlsCarrier implements RelayedImplementation.Carrier {

  private static final char[] PASSWORD = {'k', 'i', 't'};
  private static final KeyStore STORE = TlsCertificate.store(PASSWORD);

  private final TlsSettings settings;
  private final SSLContext kit = kitContext();
  private final String protocol;

  TlsCarrier(TlsProvider provider, TlsVersion version) {
    settings =
        TlsSettings.builder()
            .provider(provider)
            .versions(Set.of(version))
            .trust(STORE)
            .identity(STORE, PASSWORD)
            .build();
    protocol = version == TlsVersion.TLS_1_2 ? "TLSv1.2" : "TLSv1.3";
  }

  private static SSLContext kitContext() {
    try {
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(STORE, PASSWORD);
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(STORE);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Session start(Role role, Wire wire, SessionSettings session) throws IOException {
    Loopback loopback = Loopback.connect();
    boolean client = role == Role.CLIENT;
    Relay.join(wire, kitEnd(loopback.relay(), !client));
    return client
        ? MuxadoTls.client(loopback.library(), "localhost", settings, session)
        : MuxadoTls.server(loopback.library(), settings, session);
  }

  private SSLSocket kitEnd(Socket relay, boolean client) throws IOException {
    SSLSocket socket =
        (SSLSocket) kit.getSocketFactory().createSocket(relay, "localhost", relay.getPort(), true);
    socket.setUseClientMode(client);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(new String[] {protocol});
    parameters.setApplicationProtocols(new String[] {TlsSettings.ALPN});
    socket.setSSLParameters(parameters);
    return socket;
  }
}
