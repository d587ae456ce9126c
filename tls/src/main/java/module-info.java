/** Sessions over TLS, with BouncyCastle's provider or the JDK's. */
module org.muxado.tls {
  requires java.logging;
  requires org.bouncycastle.pkix;
  requires org.bouncycastle.provider;
  requires org.bouncycastle.tls;
  requires transitive org.muxado;
  requires static transitive org.jspecify;

  exports org.muxado.tls;
}
