package org.muxado.tls;

import java.io.IOException;
import java.io.StringReader;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.util.encoders.DecoderException;
import org.jspecify.annotations.Nullable;

/** Reads certificates and keys from PEM text. Its messages say where the text came from. */
final class Pem {

  private final String source;
  private final List<Object> objects;

  /**
   * Takes the text apart.
   *
   * @param source names the text for people
   * @throws IllegalArgumentException if the text is not PEM
   */
  Pem(String text, String source) {
    this.source = source;
    objects = objects(text);
  }

  private List<Object> objects(String text) {
    List<Object> found = new ArrayList<>();
    try (PEMParser parser = new PEMParser(new StringReader(text))) {
      for (Object next = parser.readObject(); next != null; next = parser.readObject()) {
        found.add(next);
      }
    } catch (IOException | DecoderException e) {
      throw new IllegalArgumentException(source + " is not readable PEM: " + e.getMessage(), e);
    }
    return found;
  }

  /**
   * All certificates, in their order.
   *
   * @throws IllegalArgumentException if there are none, or one is damaged
   */
  List<X509Certificate> certificates() {
    JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
    List<X509Certificate> certificates = new ArrayList<>();
    for (Object object : objects) {
      if (object instanceof X509CertificateHolder holder) {
        try {
          certificates.add(converter.getCertificate(holder));
        } catch (CertificateException e) {
          throw new IllegalArgumentException(source + " holds a damaged certificate", e);
        }
      }
    }
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException(source + " holds no certificate");
    }
    return certificates;
  }

  /**
   * The first private key: PKCS #8, or the older forms for RSA and EC.
   *
   * @throws IllegalArgumentException if there is none, or it is encrypted or damaged
   */
  PrivateKey privateKey() {
    for (Object object : objects) {
      PrivateKeyInfo key = keyInfo(object);
      if (key != null) {
        try {
          return new JcaPEMKeyConverter().getPrivateKey(key);
        } catch (IOException e) {
          throw new IllegalArgumentException(
              source + " holds a private key of no use: " + Causes.innermost(e), e);
        }
      }
    }
    throw new IllegalArgumentException(source + " holds no private key");
  }

  private @Nullable PrivateKeyInfo keyInfo(Object object) {
    if (object instanceof PEMKeyPair pair) {
      return pair.getPrivateKeyInfo();
    } else if (object instanceof PrivateKeyInfo info) {
      return info;
    } else if (object instanceof PEMEncryptedKeyPair
        || object instanceof PKCS8EncryptedPrivateKeyInfo) {
      throw new IllegalArgumentException(source + " holds an encrypted private key; decrypt it");
    }
    return null;
  }
}
