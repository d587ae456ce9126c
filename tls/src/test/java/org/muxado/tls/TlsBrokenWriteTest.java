package org.muxado.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** A link breaks in a write of an application's thread, and reading it tells nothing. */
@SuppressWarnings("try") // closed early on purpose
@Timeout(60)
class TlsBrokenWriteTest {

  private static final SessionSettings PATIENT =
      SessionSettings.builder().noHeartbeat().linger(Duration.ofDays(1)).build();

  static Stream<Mode> modes() {
    return Mode.all();
  }

  @ParameterizedTest
  @MethodSource("modes")
  void endsTheSessionAtOnce(Mode mode) throws Exception {
    assertEndsAtOnce(mode, Termination.Cause.TRANSPORT, 0, Session::open);
  }

  @ParameterizedTest
  @MethodSource("modes")
  void endsTheCloseAtOnce(Mode mode) throws Exception {
    assertEndsAtOnce(mode, Termination.Cause.CLOSED, 0, Session::close);
  }

  /** Only what TLS itself says at the end is lost: that was waited for, for the linger time. */
  @ParameterizedTest
  @MethodSource("modes")
  void endsTheCloseAtOnceBehindItsGoAway(Mode mode) throws Exception {
    assertEndsAtOnce(mode, Termination.Cause.CLOSED, 1, Session::close);
  }

  /** Makes a call that writes; the link takes so many writes more. */
  private static void assertEndsAtOnce(Mode mode, Termination.Cause cause, int writes, Call call)
      throws Exception {
    try (TlsSessionListener listener =
        MuxadoTls.listen(Mode.anyPort(), mode.forServer().build(), PATIENT)) {
      InetSocketAddress address = listener.address();
      BrokenLink link = new BrokenLink(address);
      TlsTransport transport = link.shakeHands(mode.forClient().build(), address);
      try (Session session = Muxado.client(transport, PATIENT)) {
        session.open();
        link.writesLeft.set(writes);
        call.on(session);
        assertEquals(cause, session.awaitTermination().cause());
      }
    }
  }

  private interface Call {
    void on(Session session) throws IOException;
  }

  private static final class BrokenLink extends ForwardingLink {

    private volatile boolean broken;
    final AtomicInteger writesLeft = new AtomicInteger(Integer.MAX_VALUE);

    BrokenLink(InetSocketAddress address) throws IOException {
      super(address);
    }

    @Override
    public void write(ByteBuffer source) throws IOException {
      if (broken || writesLeft.getAndDecrement() <= 0) {
        broken = true;
        throw new IOException("Broken pipe");
      }
      super.write(source);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      return broken ? 0 : super.read(target);
    }
  }
}
