package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.engine.EndKind;
import org.muxado.engine.Outcome;
import org.muxado.engine.RetryVerdict;
import org.muxado.engine.Role;
import org.muxado.engine.Termination;
import org.muxado.transport.StreamTransport;

/** What a session makes of a blocking transport that fails in one direction only. */
@Timeout(60)
class TransportFaultTest {

  private final OutputStream broken =
      new OutputStream() {
        @Override
        public void write(int octet) throws IOException {
          throw new IOException("no way out");
        }
      };

  @Test
  void failedWriteEndsASessionWhoseReaderIsBlocked() throws Exception {
    PipedOutputStream peer = new PipedOutputStream();
    Session session = start(new PipedInputStream(peer), broken);
    Outcome outcome = session.open().awaitOutcome();
    assertEquals(EndKind.SESSION_ENDED, outcome.kind());
    assertEquals(RetryVerdict.UNKNOWN, outcome.retry()); // the write may have gone through
    Termination ended = session.awaitTermination();
    assertEquals(Termination.Cause.TRANSPORT, ended.cause());
    assertEquals("no way out", ended.message());
    Throwable lost = assertThrows(SessionEndedException.class, session::accept);
    assertEquals("no way out", lost.getCause().getMessage());
    session.close();
  }

  @Test
  void inputThatArrivedBeforeAFailedWriteCounts() throws Exception {
    PipedOutputStream peer = new PipedOutputStream();
    PipedInputStream in = new PipedInputStream(peer);
    // GOAWAY: last stream id 0, NO_ERROR, no debug text.
    byte[] goAway = HexFormat.of().parseHex("0008000600000000" + "00000000" + "00000000");
    OutputStream answersAndBreaks =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            peer.write(goAway);
            peer.flush();
            throw new IOException("no way out");
          }
        };
    Outcome outcome = start(in, answersAndBreaks).open().awaitOutcome();
    assertEquals(EndKind.GONE_AWAY, outcome.kind());
    assertEquals(RetryVerdict.NOT_PROCESSED, outcome.retry());
  }

  @Test
  void writeAfterAFailedWriteTellsTheVerdict() throws Exception {
    HeldInput held = new HeldInput();
    Session session = start(held, broken);
    Stream stream = session.open();
    while (canOpen(session)) {
      Thread.onSpinWait(); // until the session knows that the write failed
    }
    assertEquals(0, stream.tryWrite(Bytes.of("x")));
    Background<Void> writing =
        Background.run(
            () -> {
              stream.write(Bytes.of("x"));
              return null;
            });
    writing.untilItWaits();
    held.release.countDown();
    MuxadoException failed = (MuxadoException) writing.failure();
    assertEquals(EndKind.SESSION_ENDED, failed.kind());
    assertEquals(RetryVerdict.UNKNOWN, failed.retry());
  }

  private static boolean canOpen(Session session) throws IOException {
    try {
      session.open();
      return true;
    } catch (MuxadoException e) {
      assertEquals(RetryVerdict.NOT_PROCESSED, e.retry());
      return false;
    }
  }

  /** Input that claims to have octets, and ends when it is released. */
  private static final class HeldInput extends InputStream {

    final CountDownLatch release = new CountDownLatch(1);

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return read();
    }

    @Override
    public int read() throws IOException {
      try {
        release.await();
        return -1;
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }

    @Override
    public int available() {
      return 1;
    }
  }

  @Test
  void faultOfATransportKillsTheSession() throws Exception {
    InputStream faulty =
        new InputStream() {
          @Override
          public int read(byte[] target, int offset, int length) {
            return read();
          }

          @Override
          public int read() {
            throw new IllegalStateException("a fault on purpose");
          }
        };
    Session session = start(faulty, OutputStream.nullOutputStream());
    assertEquals(Termination.Cause.KILLED, session.awaitTermination().cause());
    session.close();
  }

  private static Session start(InputStream in, OutputStream out) {
    StreamTransport transport = new StreamTransport("faulty", in, out, out, in);
    return Session.start(Role.CLIENT, transport, Link.PLAIN);
  }
}
