package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.engine.Role;

/** What the io thread does while the transport takes nothing. */
@Timeout(60)
class FullTransportTest {

  @Test
  void ioThreadRestsWhileTheTransportIsFull() throws Exception {
    FullTransport full = new FullTransport();
    Session session = Session.start(Role.CLIENT, full, Link.PLAIN);
    session.open().write(Bytes.of("x"));
    full.rests.await();
    assertTrue(full.writes.get() < 10, full.writes + " writes");
    session.kill();
  }
}
