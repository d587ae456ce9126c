/**
 * The muxado library: sessions that carry many full-duplex byte streams over one connection.
 * Recordings of {@code jdk.jfr} need that module, and nothing else does.
 */
@SuppressWarnings("module") // org.muxado.tls is built after it
module org.muxado {
  requires static jdk.jfr;
  requires static transitive org.jspecify;

  exports org.muxado;
  exports org.muxado.engine;
  exports org.muxado.frame;
  exports org.muxado.net;
  exports org.muxado.session;
  exports org.muxado.thread to
      org.muxado.tls;
  exports org.muxado.transport;
}
