package org.muxado.adapter;

import java.io.IOException;
import org.muxado.Muxado;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;
import org.muxado.tck.spi.Role;
import org.muxado.tck.spi.Wire;
import org.muxado.transport.TcpTransport;

/** The library over TCP, which it reads and writes without waiting. */
class TcpConformanceTest extends RelayedConformance {

  @Override
  RelayedImplementation.Carrier carrier() {
    return TcpConformanceTest::start;
  }

  private static Session start(Role role, Wire wire, SessionSettings settings) throws IOException {
    Loopback loopback = Loopback.connect();
    Relay.join(wire, loopback.relay());
    TcpTransport transport = new TcpTransport(loopback.library());
    return role == Role.CLIENT
        ? Muxado.client(transport, settings)
        : Muxado.server(transport, settings);
  }
}
