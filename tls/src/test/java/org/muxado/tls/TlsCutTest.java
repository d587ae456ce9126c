package org.muxado.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muxado.engine.EndKind;
import org.muxado.engine.Outcome;
import org.muxado.engine.RetryVerdict;
import org.muxado.engine.Termination;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;
import org.muxado.session.Stream;

/**
 * The network cuts a TLS connection behind each record in turn: nothing hangs, nothing is invented,
 * a cut is not taken for an end, and no stream that was handed over counts as not processed.
 */
@SuppressWarnings("try") // closed early on purpose
@Timeout(120)
class TlsCutTest {

  private static final SessionSettings SETTINGS = SessionSettings.builder().noHeartbeat().build();
  private static final int WHOLE = Integer.MAX_VALUE;
  private static final byte[] REQUEST = octets(50_000);

  static java.util.stream.Stream<Mode> modes() {
    return Mode.all();
  }

  private static byte[] octets(int count) {
    byte[] octets = new byte[count];
    new Random(count).nextBytes(octets);
    return octets;
  }

  @ParameterizedTest
  @MethodSource("modes")
  void survivesACutBehindEachRecordOfTheClient(Mode mode) throws Exception {
    int cut = 0;
    while (!completes(mode, cut, WHOLE)) {
      cut++;
    }
    assertTrue(cut > 5, "only " + cut + " records");
  }

  @ParameterizedTest
  @MethodSource("modes")
  void survivesACutBehindEachRecordOfTheServer(Mode mode) throws Exception {
    int cut = 0;
    while (!completes(mode, WHOLE, cut)) {
      cut++;
    }
    assertTrue(cut > 5, "only " + cut + " records");
  }

  /** Sends a request and its echo through a cut connection; whether the session ended whole. */
  private static boolean completes(Mode mode, int up, int down) throws Exception {
    try (TlsSessionListener listener =
            MuxadoTls.listen(Mode.anyPort(), mode.forServer(SERVER).build(), SETTINGS);
        RecordProxy proxy = new RecordProxy(listener.address().getPort(), up, down)) {
      Echo echo = new Echo(listener);
      CompletableFuture<Void> serving = CompletableFuture.runAsync(echo);
      Session client;
      try {
        client = MuxadoTls.dial("localhost", proxy.port(), mode.forClient().build(), SETTINGS);
      } catch (TlsException e) {
        assertEquals(TlsException.Reason.HANDSHAKE_CUT, e.reason(), e.getMessage());
        return false;
      }
      Termination end = ask(client, echo);
      client.close();
      listener.close();
      serving.get();
      return end.cause() == Termination.Cause.CLOSED && echo.end == Termination.Cause.CLOSED;
    }
  }

  private static final Authority.Issued SERVER = Authority.EC.issue("localhost");

  private static Termination ask(Session client, Echo echo) throws Exception {
    Stream stream;
    try {
      stream = client.open();
    } catch (IOException cut) {
      return client.awaitTermination();
    }
    try {
      stream.outputStream().write(REQUEST);
      stream.shutdownOutput();
    } catch (IOException cut) {
      // Told below.
    }
    byte[] answer = readChecked(stream);
    Outcome outcome = stream.awaitOutcome();
    if (outcome.kind() == EndKind.FINISHED) {
      assertArrayEquals(REQUEST, answer);
      client.close();
    } else if (echo.accepted) {
      assertNotEquals(RetryVerdict.NOT_PROCESSED, outcome.retry());
    }
    return client.awaitTermination();
  }

  /** Reads to the end or the failure; what came must be what was sent. */
  private static byte[] readChecked(Stream stream) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    boolean whole = false;
    try (InputStream in = stream.inputStream()) {
      in.transferTo(read);
      whole = true;
    } catch (IOException cut) {
      // What came before is checked.
    }
    byte[] octets = read.toByteArray();
    assertArrayEquals(Arrays.copyOf(REQUEST, octets.length), octets);
    assertTrue(!whole || octets.length == REQUEST.length, "an end after " + octets.length);
    return octets;
  }

  /** Echoes one stream, and waits for the end of its session. */
  private static final class Echo implements Runnable {

    private final TlsSessionListener listener;
    private volatile boolean accepted;
    private volatile Termination.Cause end = Termination.Cause.TRANSPORT;

    Echo(TlsSessionListener listener) {
      this.listener = listener;
    }

    @Override
    public void run() {
      try {
        Session session = listener.accept();
        serve(session);
        end = session.awaitTermination().cause();
      } catch (IOException closed) {
        // No session came about.
      }
    }

    private void serve(Session session) {
      try {
        Stream stream = session.accept();
        accepted = true;
        byte[] request = readChecked(stream);
        if (request.length == REQUEST.length) {
          stream.outputStream().write(request);
        }
        stream.shutdownOutput();
      } catch (IOException cut) {
        // The session's end is waited for.
      }
    }
  }
}
