package org.muxado.tls;

import java.io.StringWriter;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** An authority that issues certificates for tests. */
final class Authority {

  /** One of each algorithm, made once: keys cost time. */
  static final Authority EC = new Authority("EC authority", "EC");

  static final Authority RSA = new Authority("RSA authority", "RSA");
  static final Authority OTHER = new Authority("other authority", "EC");

  private static final AtomicLong SERIALS = new AtomicLong(1);

  private final String name;
  private final String algorithm;
  private final KeyPair keys;
  private final X509Certificate certificate;

  private Authority(String name, String algorithm) {
    this.name = "CN=" + name;
    this.algorithm = algorithm;
    keys = keys(algorithm);
    Instant now = Instant.now();
    certificate = sign(this.name, keys, now.minus(Duration.ofDays(1)), now.plusSeconds(86_400), "");
  }

  /**
   * A certificate and its key.
   *
   * @param chain the certificate as PEM text
   * @param key the private key as PKCS #8 in PEM
   * @param olderKey the private key in the older form of its algorithm
   */
  record Issued(X509Certificate certificate, String chain, String key, String olderKey) {}

  /** This authority's certificate as PEM text. */
  String pem() {
    return text(certificate);
  }

  /** Issues a certificate for a host that is valid now. */
  Issued issue(String host) {
    Instant now = Instant.now();
    return issue(host, now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1)));
  }

  Issued issue(String host, Instant from, Instant until) {
    KeyPair own = keys(algorithm);
    X509Certificate made = sign("CN=" + host + " of " + name.substring(3), own, from, until, host);
    return new Issued(made, text(made), pkcs8(own.getPrivate()), older(own.getPrivate()));
  }

  private X509Certificate sign(
      String subject, KeyPair own, Instant from, Instant until, String host) {
    try {
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              new X500Name(name),
              BigInteger.valueOf(SERIALS == null ? 1 : SERIALS.incrementAndGet()),
              Date.from(from),
              Date.from(until),
              new X500Name(subject),
              own.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(host.isEmpty()));
      if (!host.isEmpty()) {
        boolean address = Character.isDigit(host.charAt(0));
        int kind = address ? GeneralName.iPAddress : GeneralName.dNSName;
        builder.addExtension(
            Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(kind, host)));
      }
      String signature = algorithm.equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(new JcaContentSignerBuilder(signature).build(keys.getPrivate())));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys(String algorithm) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (algorithm.equals("EC")) {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      } else {
        generator.initialize(2048);
      }
      return generator.generateKeyPair();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pkcs8(PrivateKey key) {
    return written(writer -> writer.writeObject(new JcaPKCS8Generator(key, null)));
  }

  /** The JDK leaves the curve out of the key itself; what OpenSSL writes has it twice. */
  private static String older(PrivateKey key) {
    if (!(key instanceof java.security.interfaces.ECPrivateKey ec)) {
      return text(key);
    }
    return written(
        writer -> {
          ASN1ObjectIdentifier curve = SECObjectIdentifiers.secp256r1;
          writer.writeObject(new PemObject("EC PARAMETERS", curve.getEncoded()));
          byte[] encoded = new ECPrivateKey(256, ec.getS(), curve).getEncoded();
          writer.writeObject(new PemObject("EC PRIVATE KEY", encoded));
        });
  }

  private static String text(Object object) {
    return written(writer -> writer.writeObject(new JcaMiscPEMGenerator(object)));
  }

  private interface Writing {
    void to(JcaPEMWriter writer) throws Exception;
  }

  private static String written(Writing writing) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writing.to(writer);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }
}
