package org.muxado.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;

/** Makes key stores in memory. */
final class Stores {

  private Stores() {}

  static KeyStore empty() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this JVM has no PKCS12 key stores", e);
    }
  }

  /** A store that trusts these certificates. */
  static KeyStore trusting(List<X509Certificate> certificates) {
    KeyStore store = empty();
    try {
      for (int i = 0; i < certificates.size(); i++) {
        store.setCertificateEntry("authority-" + i, certificates.get(i));
      }
      return store;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("certificates of no use", e);
    }
  }
}
