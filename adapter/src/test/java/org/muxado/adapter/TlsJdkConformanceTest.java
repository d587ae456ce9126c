package org.muxado.adapter;

import org.muxado.tls.TlsProvider;
import org.muxado.tls.TlsVersion;

/** The library over the JDK's TLS 1.2. */
class TlsJdkConformanceTest extends RelayedConformance {

  @Override
  RelayedImplementation.Carrier carrier() {
    return new TlsCarrier(TlsProvider.JDK, TlsVersion.TLS_1_2);
  }

  /** The kit sends after the library has ended its output, and TLS 1.2 ends both directions. */
  @Override
  boolean carries(String caseName) {
    return !caseName.equals("end/close-says-goodbye-and-drains");
  }
}
