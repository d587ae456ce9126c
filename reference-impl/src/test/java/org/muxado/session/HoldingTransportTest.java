package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.engine.RetryVerdict;
import org.muxado.engine.Role;

/** Transports that hold octets inside, or whose end of input ends the output too, as TLS does. */
@Timeout(60)
class HoldingTransportTest {

  private static final int SYN_BYTES = 8;

  private static final SessionSettings PATIENT =
      SessionSettings.builder().noHeartbeat().linger(Duration.ofDays(1)).build();

  private final HoldingTransport transport = new HoldingTransport();
  private final Session session = Session.start(Role.CLIENT, transport, PATIENT);

  @AfterEach
  void kill() {
    session.kill();
  }

  @Test
  void writesNoMoreWhileTheTransportHoldsOctets() throws Exception {
    transport.hold(true);
    session.open();
    Stream second = session.open();
    assertEquals(1, transport.writes());
    session.kill();
    assertEquals(RetryVerdict.NOT_PROCESSED, second.awaitOutcome().retry());
  }

  @Test
  void writesOnOnceTheTransportHoldsNothing() throws Exception {
    transport.hold(true);
    session.open();
    session.open();
    transport.hold(false);
    transport.awaitWrites(2);
  }

  /** The GOAWAY waits behind what the transport holds, and will not leave any more. */
  @Test
  void closesAtOnceWhereTheTransportBreaks() throws Exception {
    transport.hold(true);
    session.open();
    session.shutdown();
    transport.breakDown();
    session.close();
  }

  @Test
  void readsTheEndOnceAllIsWritten() throws Exception {
    transport.fill(true);
    session.open();
    transport.endInput();
    transport.awaitWaitAfterEnd();
    transport.fill(false);
    assertEquals(SYN_BYTES, transport.octetsAtEnd());
  }
}
