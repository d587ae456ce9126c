package org.muxado.tls;

/**
 * Whose implementation of TLS is used. Neither is registered with {@link java.security.Security}.
 */
public enum TlsProvider {
  /** BouncyCastle's provider of TLS (BCJSSE), with the ciphers of the JDK's providers under it. */
  BOUNCY_CASTLE,
  /** The JDK's provider of TLS (SunJSSE). */
  JDK
}
