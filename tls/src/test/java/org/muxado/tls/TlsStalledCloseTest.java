package org.muxado.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muxado.Muxado;
import org.muxado.engine.Termination;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;

/** A session closes while its link takes nothing, and then the link breaks. */
@SuppressWarnings("try") // closed early on purpose
@Timeout(60)
class TlsStalledCloseTest {

  private static final int FEW = 20;
  private static final int MANY = 1_000;

  private static final SessionSettings PATIENT =
      SessionSettings.builder().noHeartbeat().linger(Duration.ofDays(1)).build();

  static Stream<Mode> modes() {
    return Mode.all();
  }

  /** The session waited for room on the broken link, over and over, until its time was up. */
  @ParameterizedTest
  @MethodSource("modes")
  void breakOfAStalledLinkEndsTheClose(Mode mode) throws Exception {
    try (TlsSessionListener listener =
        MuxadoTls.listen(Mode.anyPort(), mode.forServer().build(), PATIENT)) {
      InetSocketAddress address = listener.address();
      StalledLink link = new StalledLink(address);
      TlsTransport transport = link.shakeHands(mode.forClient().build(), address);
      try (Session session = Muxado.client(transport, PATIENT)) {
        link.stalls = true;
        session.open();
        session.shutdown(); // the GOAWAY waits behind the SYN, which is sealed
        link.breakDown();
        session.close();
        assertEquals(Termination.Cause.CLOSED, session.awaitTermination().cause());
        int waits = link.waits.get();
        assertTrue(waits < FEW, () -> "waited " + waits + " times on a broken link");
      }
    }
  }

  /** Takes nothing when told so; once broken, fails, and waiting for room on it returns at once. */
  private static final class StalledLink extends ForwardingLink {

    final AtomicInteger waits = new AtomicInteger();
    volatile boolean stalls;
    private volatile boolean broken;

    StalledLink(InetSocketAddress address) throws IOException {
      super(address);
    }

    void breakDown() {
      broken = true;
      wakeup();
    }

    @Override
    public void write(ByteBuffer source) throws IOException {
      if (broken) {
        throw new IOException("Broken pipe");
      }
      if (!stalls) {
        super.write(source);
      }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      if (broken) {
        throw new IOException("Connection reset");
      }
      return super.read(target);
    }

    @Override
    public void await(boolean forInput, boolean forOutput, long limitMillis) throws IOException {
      if (broken && waits.incrementAndGet() > MANY) {
        throw new IllegalStateException("the session spins");
      }
      super.await(forInput, forOutput && (broken || !stalls), limitMillis);
    }
  }
}
