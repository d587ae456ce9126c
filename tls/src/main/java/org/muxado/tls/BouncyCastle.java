package org.muxado.tls;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Signature;
import org.bouncycastle.jcajce.util.DefaultJcaJceHelper;
import org.bouncycastle.jcajce.util.JcaJceHelper;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jsse.provider.BouncyCastleJsseProvider;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCryptoProvider;

/** BouncyCastle's TLS over the JDK's ciphers, which are several times as fast as its own. */
final class BouncyCastle {

  private static final Provider ALGORITHMS = new BouncyCastleProvider();
  private static final Provider TLS = tls();

  private BouncyCastle() {}

  /** The provider of TLS, which is not registered. */
  static Provider provider() {
    return TLS;
  }

  private static Provider tls() {
    QuietLogs.quiet();
    return new BouncyCastleJsseProvider(false, new Crypto());
  }

  private static final class Crypto extends JcaTlsCryptoProvider {
    @Override
    public JcaJceHelper getHelper() {
      return new Algorithms();
    }
  }

  /** The JDK lacks one thing under the name that is asked for: RSA-PSS, which TLS 1.3 needs. */
  private static final class Algorithms extends DefaultJcaJceHelper {
    @Override
    public Signature createSignature(String name) throws NoSuchAlgorithmException {
      try {
        return super.createSignature(name);
      } catch (NoSuchAlgorithmException e) {
        return Signature.getInstance(name, ALGORITHMS);
      }
    }
  }
}
