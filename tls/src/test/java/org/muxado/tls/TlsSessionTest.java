package org.muxado.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muxado.engine.Termination;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;
import org.muxado.session.Stream;

/** Sessions over TLS, both providers on both sides with both versions. */
@SuppressWarnings("try") // closed early on purpose
@Timeout(60)
class TlsSessionTest {

  static java.util.stream.Stream<Mode> modes() {
    return Mode.all();
  }

  @ParameterizedTest
  @MethodSource("modes")
  void echoes(Mode mode) throws Exception {
    try (TlsSessionListener listener = listen(mode.forServer());
        Session client = dial(listener.address(), mode.forClient());
        Session server = listener.accept()) {
      Stream asked = client.open();
      asked.outputStream().write("hello".getBytes(US_ASCII));
      asked.shutdownOutput();
      Stream answered = server.accept();
      answered.inputStream().transferTo(answered.outputStream());
      answered.close();
      assertEquals("hello", new String(asked.inputStream().readAllBytes(), US_ASCII));
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void carriesMuchBothWays(Mode mode) throws Exception {
    byte[] octets = new byte[3_000_000];
    new Random(1).nextBytes(octets);
    try (TlsSessionListener listener = listen(mode.forServer(Authority.RSA.issue("localhost")));
        Session client = dial(listener.address(), mode.forClient());
        Session server = listener.accept()) {
      Stream asked = client.open();
      CompletableFuture<Void> writing = writing(asked, octets);
      Stream answered = server.accept();
      CompletableFuture<Void> writingBack = writing(answered, octets);
      assertArrayEquals(octets, readAll(answered));
      assertArrayEquals(octets, readAll(asked));
      writing.get();
      writingBack.get();
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void closeIsTakenForClosing(Mode mode) throws Exception {
    try (TlsSessionListener listener = listen(mode.forServer());
        Session client = dial(listener.address(), mode.forClient());
        Session server = listener.accept()) {
      server.close();
      assertEquals(Termination.Cause.CLOSED, client.awaitTermination().cause());
    }
  }

  private static CompletableFuture<Void> writing(Stream stream, byte[] octets) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            stream.outputStream().write(octets);
            stream.shutdownOutput();
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  private static byte[] readAll(Stream stream) throws Exception {
    try (InputStream in = stream.inputStream()) {
      return in.readAllBytes();
    }
  }

  private static TlsSessionListener listen(TlsSettingsBuilder tls) throws Exception {
    return MuxadoTls.listen(Mode.anyPort(), tls.build(), SessionSettings.DEFAULT);
  }

  private static Session dial(InetSocketAddress address, TlsSettingsBuilder tls) throws Exception {
    return MuxadoTls.dial("localhost", address.getPort(), tls.build(), SessionSettings.DEFAULT);
  }
}
