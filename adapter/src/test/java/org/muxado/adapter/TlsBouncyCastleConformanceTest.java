package org.muxado.adapter;

import org.muxado.tls.TlsProvider;
import org.muxado.tls.TlsVersion;

/** The library over BouncyCastle's TLS 1.3. */
class TlsBouncyCastleConformanceTest extends RelayedConformance {

  @Override
  RelayedImplementation.Carrier carrier() {
    return new TlsCarrier(TlsProvider.BOUNCY_CASTLE, TlsVersion.TLS_1_3);
  }
}
