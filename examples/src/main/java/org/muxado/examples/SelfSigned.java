package org.muxado.examples;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.muxado.tls.TlsSettings;

/** A certificate for localhost that signs itself: good for a day, and for examples. Immutable. */
final class SelfSigned {

  static final char[] PASSWORD = {};

  private final KeyStore store;

  private SelfSigned(KeyStore store) {
    this.store = store;
  }

  static SelfSigned create()
      throws GeneralSecurityException, IOException, OperatorCreationException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair keys = generator.generateKeyPair();
    X509Certificate certificate = sign(keys);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "localhost", keys.getPrivate(), PASSWORD, new X509Certificate[] {certificate});
    store.setCertificateEntry("trusted", certificate);
    return new SelfSigned(store);
  }

  private static X509Certificate sign(KeyPair keys)
      throws GeneralSecurityException, IOException, OperatorCreationException {
    X500Name name = new X500Name("CN=localhost");
    Instant now = Instant.now();
    Date from = Date.from(now.minus(Duration.ofHours(1)));
    Date until = Date.from(now.plus(Duration.ofDays(1)));
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(name, BigInteger.ONE, from, until, name, keys.getPublic());
    GeneralName localhost = new GeneralName(GeneralName.dNSName, "localhost");
    builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(localhost));
    var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
  }

  /** The certificate and its key, under {@link #PASSWORD}. */
  KeyStore store() {
    return store;
  }

  /** For the side that has the certificate. */
  TlsSettings identity() {
    return TlsSettings.builder().identity(store, PASSWORD).build();
  }

  /** For the side that trusts it, and nothing else. */
  TlsSettings trust() {
    return TlsSettings.builder().trust(store).build();
  }
}
