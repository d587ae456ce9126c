package org.muxado.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;

/**
 * Sends an octet over TLS with the public API alone: {@link TlsModuleTest} has it run where all
 * libraries are modules, and can see no more of it than an interface of the JDK.
 */
public final class ModuleUser implements UnaryOperator<String> {

  private final String authority;
  private final String chain;
  private final String key;

  /** Keeps the PEM texts of the server's authority, certificate and key. */
  public ModuleUser(String authority, String chain, String key) {
    this.authority = authority;
    this.chain = chain;
    this.key = key;
  }

  /** Takes the name of a provider; gives the name of the module that TLS was in. */
  @Override
  public String apply(String provider) {
    try {
      send(TlsProvider.valueOf(provider));
      return MuxadoTls.class.getModule().getName();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void send(TlsProvider provider) throws IOException {
    TlsSettings here = TlsSettings.builder().provider(provider).identityPem(chain, key).build();
    TlsSettings there = TlsSettings.builder().provider(provider).trustPem(authority).build();
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (TlsSessionListener listener = MuxadoTls.listen(any, here, SessionSettings.DEFAULT);
        Session client = dial(listener.address().getPort(), there);
        Session server = listener.accept()) {
      client.open().writeLast(ByteBuffer.wrap(new byte[] {7}));
      if (server.accept().inputStream().read() != 7) {
        throw new IOException("another octet came");
      }
    }
  }

  private static Session dial(int port, TlsSettings tls) throws IOException {
    return MuxadoTls.dial("localhost", port, tls, SessionSettings.DEFAULT);
  }
}
