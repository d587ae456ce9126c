package org.muxado.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Makes contexts of TLS, with a provider that is not registered anywhere. */
final class Contexts {

  private Contexts() {}

  static SSLContext of(TlsSettingsBuilder settings) {
    try {
      SSLContext context = context(settings.provider);
      // BouncyCastle makes a random generator of its own, a slow one, unless it is given one.
      context.init(
          keyManagers(settings.provider, settings.identity),
          new TrustManager[] {new NamingTrustManager(trustManager(settings.trust))},
          new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("TLS cannot be set up: " + e.getMessage(), e);
    }
  }

  private static SSLContext context(TlsProvider provider) throws GeneralSecurityException {
    return provider == TlsProvider.JDK
        ? SSLContext.getInstance("TLS", "SunJSSE")
        : SSLContext.getInstance("TLS", BouncyCastle.provider());
  }

  private static KeyManager @Nullable [] keyManagers(
      TlsProvider provider, @Nullable Identity identity) throws GeneralSecurityException {
    if (identity == null) {
      return null;
    }
    KeyManagerFactory factory =
        provider == TlsProvider.JDK
            ? KeyManagerFactory.getInstance("SunX509", "SunJSSE")
            : KeyManagerFactory.getInstance("PKIX", BouncyCastle.provider());
    factory.init(identity.store(), identity.password().getPassword());
    return factory.getKeyManagers();
  }

  /** The JDK's, for both providers: certificates are judged alike. */
  private static X509ExtendedTrustManager trustManager(@Nullable KeyStore trust)
      throws GeneralSecurityException {
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX", "SunJSSE");
    factory.init(trust);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager extended) {
        return extended;
      }
    }
    throw new GeneralSecurityException("the JDK has no X.509 trust manager");
  }
}
