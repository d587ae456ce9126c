package org.muxado.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muxado.engine.Limits;
import org.muxado.engine.Termination;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;
import org.muxado.session.Stream;

/**
 * The last GOAWAY reaches the peer: most versions and providers of TLS end a side's output when
 * they open the other side's close_notify.
 */
@SuppressWarnings("try") // closed early on purpose
@Timeout(60)
class TlsCloseTest {

  private static final SessionSettings SETTINGS = SessionSettings.builder().noHeartbeat().build();
  private static final int SYN = 1;
  private static final int GOAWAY = 6;
  private static final int UNKNOWN_TYPE = 15;

  static java.util.stream.Stream<Mode> modes() {
    return Mode.all();
  }

  /** A peer that can end its output and go on reading: the JDK's, as the client. */
  static java.util.stream.Stream<Mode> halfClosingClients() {
    return Mode.all().filter(mode -> mode.client() == TlsProvider.JDK);
  }

  @ParameterizedTest
  @MethodSource("modes")
  void goAwayPassesAPeerThatWritesAllTheTime(Mode mode) throws Exception {
    try (TlsSessionListener listener =
            MuxadoTls.listen(Mode.anyPort(), mode.forServer().build(), SETTINGS);
        Session client =
            MuxadoTls.dial(
                "localhost", listener.address().getPort(), mode.forClient().build(), SETTINGS);
        Session server = listener.accept()) {
      CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> writeForEver(client));
      server.accept().inputStream().readNBytes(500_000);
      server.close();
      assertEquals(Termination.Cause.CLOSED, client.awaitTermination().cause());
      writing.get();
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void goAwayOfTheClientPassesToo(Mode mode) throws Exception {
    try (TlsSessionListener listener =
            MuxadoTls.listen(Mode.anyPort(), mode.forServer().build(), SETTINGS);
        Session client =
            MuxadoTls.dial(
                "localhost", listener.address().getPort(), mode.forClient().build(), SETTINGS);
        Session server = listener.accept()) {
      CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> writeForEver(server));
      client.accept().inputStream().readNBytes(500_000);
      client.close();
      assertEquals(Termination.Cause.CLOSED, server.awaitTermination().cause());
      writing.get();
    }
  }

  private static void writeForEver(Session session) {
    byte[] octets = new byte[10_000];
    try {
      Stream stream = session.open();
      while (true) {
        stream.outputStream().write(octets);
      }
    } catch (IOException ended) {
      // That is what the test is about.
    }
  }

  /** The error and the close_notify come together; the answer goes between the two. */
  @ParameterizedTest
  @MethodSource("halfClosingClients")
  void answersAnErrorThatComesWithTheEnd(Mode mode) throws Exception {
    assertEquals(GOAWAY, lastFrameAfterError(mode, 1));
  }

  /** As before, while so much waits to be written that the GOAWAY must wait too. */
  @ParameterizedTest
  @MethodSource("halfClosingClients")
  void answersAnErrorBehindMuchThatWaits(Mode mode) throws Exception {
    assertEquals(GOAWAY, lastFrameAfterError(mode, 60));
  }

  /** What TLS has taken and cannot pass on used to have 30 s, whatever the settings say. */
  @ParameterizedTest
  @MethodSource("halfClosingClients")
  @Timeout(15)
  void limitOfStalledWritesHoldsUnderTls(Mode mode) throws Exception {
    Limits limits = Limits.DEFAULT.withWriteStall(Duration.ofMillis(200));
    SessionSettings hasty = SessionSettings.builder().noHeartbeat().limits(limits).build();
    try (TlsSessionListener listener =
            MuxadoTls.listen(Mode.anyPort(), mode.forServer().build(), hasty);
        SSLSocket client = connect(mode.forClient().build(), listener.address().getPort());
        Session server = listener.accept()) {
      send(client, syns(150));
      writeOnStreams(server, 150);
      assertEquals(Termination.Cause.TRANSPORT, server.awaitTermination().cause());
    }
  }

  private static void writeOnStreams(Session session, int streams) {
    try {
      for (int i = 0; i < streams; i++) {
        session.accept().outputStream().write(new byte[65_536]);
      }
    } catch (IOException stalled) {
      // The session may end before all is written.
    }
  }

  /** Opens streams, on which the server writes what it may; then an error and the end. */
  private static int lastFrameAfterError(Mode mode, int streams) throws Exception {
    TlsSettings tls = mode.forClient().build();
    try (TlsSessionListener listener =
            MuxadoTls.listen(Mode.anyPort(), mode.forServer().build(), SETTINGS);
        SSLSocket client = connect(tls, listener.address().getPort());
        Session server = listener.accept()) {
      send(client, syns(streams));
      for (int i = 0; i < streams; i++) {
        server.accept().outputStream().write(new byte[65_536]);
      }
      send(client, frame(UNKNOWN_TYPE, 3));
      client.shutdownOutput();
      return lastFrame(client);
    }
  }

  private static SSLSocket connect(TlsSettings tls, int port) throws IOException {
    SSLSocket socket = (SSLSocket) tls.context().getSocketFactory().createSocket();
    socket.setReceiveBufferSize(16_384);
    socket.connect(new java.net.InetSocketAddress("localhost", port));
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(tls.protocols());
    parameters.setApplicationProtocols(new String[] {TlsSettings.ALPN});
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static byte[] syns(int streams) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < streams; i++) {
      all.write(frame(SYN, 3 + 2 * i));
    }
    return all.toByteArray();
  }

  private static byte[] frame(int type, int id) {
    return ByteBuffer.allocate(8).putInt(type).putInt(id).array();
  }

  private static void send(SSLSocket client, byte[] octets) throws IOException {
    client.getOutputStream().write(octets);
  }

  private static int lastFrame(SSLSocket client) throws IOException {
    DataInputStream in = new DataInputStream(client.getInputStream());
    int last = 0;
    try {
      while (true) {
        int lengthFlagsType = in.readInt();
        in.skipNBytes(Integer.BYTES + (lengthFlagsType >>> 16));
        last = lengthFlagsType & 0xff;
      }
    } catch (EOFException end) {
      return last;
    }
  }
}
