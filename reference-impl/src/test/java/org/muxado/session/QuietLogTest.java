package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.engine.Role;
import org.muxado.engine.Termination;
import org.muxado.transport.InMemoryTransport;

/** The log is quiet: only the session's own faults are told above DEBUG. */
@Timeout(60)
class QuietLogTest {

  private final LogRecords log = new LogRecords();
  private final InMemoryTransport.Pair pair = InMemoryTransport.pair(4_096);
  private final NamedTransport transport = new NamedTransport(pair.client(), "quiet log test");
  private final Session client = Session.start(Role.CLIENT, transport, Link.PLAIN);

  @AfterEach
  void stop() {
    client.kill();
    log.close();
  }

  private long logged(Level least) throws Exception {
    client.close();
    return log.count(transport.name(), least);
  }

  @Test
  void saysNothingOfOrdinaryUse() throws Exception {
    Session server = Session.start(Role.SERVER, pair.server(), Link.PLAIN);
    Stream stream = client.open();
    stream.writeLast(ByteBuffer.wrap(new byte[] {1}));
    assertEquals(1, server.accept().inputStream().readAllBytes().length);
    stream.close();
    assertEquals(0, logged(Level.CONFIG));
    server.close();
  }

  @Test
  void tellsAFaultOfThePeerAtDebugOnly() throws Exception {
    byte[] heldBack = HexFormat.of().parseHex("0003000200000003"); // RST of 3 octets
    pair.server().write(ByteBuffer.wrap(heldBack));
    assertEquals(Termination.Cause.SESSION_ERROR, client.awaitTermination().cause());
    pair.server().endOutput();
    assertEquals(0, logged(Level.CONFIG));
    assertEquals(1, log.count(transport.name(), Level.FINE));
  }

  @Test
  void tellsAFaultOfItsOwnAsAnError() throws Exception {
    transport.faulty = true;
    assertThrows(IllegalStateException.class, client::open);
    assertEquals(1, logged(Level.SEVERE));
  }
}
