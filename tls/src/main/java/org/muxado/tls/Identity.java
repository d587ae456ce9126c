package org.muxado.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;

/** A side's certificates and key, in a store with a password. */
record Identity(KeyStore store, KeyStore.PasswordProtection password) {

  /**
   * Joins a chain and its key.
   *
   * @throws IllegalArgumentException if the key does not belong to the first certificate
   */
  static Identity of(Pem chainText, Pem keyText) {
    List<X509Certificate> chain = chainText.certificates();
    PrivateKey key = keyText.privateKey();
    checkTogether(chain.get(0), key);
    char[] password = {'m', 'u', 'x'}; // the store stays in memory
    KeyStore store = Stores.empty();
    try {
      store.setKeyEntry("muxado", key, password, chain.toArray(Certificate[]::new));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("certificate and key are of no use", e);
    }
    return new Identity(store, new KeyStore.PasswordProtection(password));
  }

  private static void checkTogether(X509Certificate certificate, PrivateKey key) {
    String name = certificate.getSubjectX500Principal().getName();
    try {
      Signature signature = Signature.getInstance(algorithm(key));
      signature.initSign(key);
      byte[] signed = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      if (signature.verify(signed)) {
        return;
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the private key does not fit " + name, e);
    }
    throw new IllegalArgumentException("the private key is not that of " + name);
  }

  private static String algorithm(PrivateKey key) {
    return switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC", "ECDSA" -> "SHA256withECDSA";
      default -> key.getAlgorithm(); // Ed25519, Ed448
    };
  }
}
