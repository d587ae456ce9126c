package org.muxado.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.Principal;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muxado.Muxado;
import org.muxado.SessionListener;
import org.muxado.engine.EndKind;
import org.muxado.engine.Outcome;
import org.muxado.frame.ErrorCode;
import org.muxado.session.Extension;
import org.muxado.session.ObservedSession;
import org.muxado.session.OpenOptions;
import org.muxado.session.Session;
import org.muxado.session.SessionEndedException;
import org.muxado.session.SessionObserver;
import org.muxado.session.SessionSettings;
import org.muxado.session.Stream;
import org.muxado.tls.ClientAuthentication;
import org.muxado.tls.MuxadoTls;
import org.muxado.tls.TlsAccepted;
import org.muxado.tls.TlsSessionListener;
import org.muxado.tls.TlsSettings;

/** The blocks of docs/guide.md from TLS on, as in {@link GuideBlocksTest}. */
@Timeout(60)
class GuideLaterBlocksTest extends GuideSessions {

  @Test
  void tls(@TempDir Path folder) throws Exception {
    SelfSigned certificate = SelfSigned.create();
    Path chain = PemFiles.certificate(certificate, folder);
    Path key = PemFiles.key(certificate, folder);
    Path authority = chain;
    // guide: tls
    TlsSettings identity = TlsSettings.builder().identityFiles(chain, key).build();
    TlsSessionListener listener = MuxadoTls.listen(address, identity, settings);
    int port = listener.address().getPort();

    TlsSettings trust = TlsSettings.builder().trustFile(authority).build();
    Session session = MuxadoTls.dial("localhost", port, trust, settings);
    // guide end
    try (listener;
        Session accepted = listener.accept()) {
      int id = session.open().id();
      assertEquals(id, accepted.accept().id());
      session.close();
    }
  }

  @Test
  void mutualTls(@TempDir Path folder) throws Exception {
    SelfSigned theirs = SelfSigned.create();
    SelfSigned ours = SelfSigned.create();
    Path serverChain = PemFiles.certificate(theirs, folder.resolve("server"));
    Path serverKey = PemFiles.key(theirs, folder.resolve("server"));
    Path clientChain = PemFiles.certificate(ours, folder.resolve("client"));
    Path clientKey = PemFiles.key(ours, folder.resolve("client"));
    Path serverAuthority = serverChain;
    Path clientAuthority = clientChain;
    BlockingQueue<String> log = new LinkedBlockingQueue<>();
    // guide: mutual tls
    TlsSettings serving =
        TlsSettings.builder()
            .identityFiles(serverChain, serverKey)
            .trustFile(clientAuthority) // issues the clients' certificates
            .clientAuthentication(ClientAuthentication.REQUIRED)
            .onRefused(refusal -> log.add(refusal.getMessage()))
            .build();
    TlsSessionListener listener = MuxadoTls.listen(address, serving, settings);
    int port = listener.address().getPort();

    TlsSettings calling =
        TlsSettings.builder()
            .identityFiles(clientChain, clientKey)
            .trustFile(serverAuthority)
            .build();
    Session session = MuxadoTls.dial("localhost", port, calling, settings);

    TlsAccepted accepted = listener.acceptWithPeer();
    Principal client = accepted.tls().getPeerPrincipal(); // who it is
    Session serverSide = accepted.session();
    // guide end
    assertEquals("CN=localhost", client.getName());
    assertEquals(session.open().id(), serverSide.accept().id());
    assertEquals(0, log.size());
    session.kill();
    serverSide.kill();
    listener.close();
  }

  @Test
  void threadForEachStream() throws Exception {
    Session session = server;
    Future<?> accepting = threads.submit(() -> acceptAll(session));
    assertArrayEquals(request, call(client, request));
    client.close();
    assertNull(accepting.get());
  }

  private Object acceptAll(Session session) throws IOException {
    // guide: threads
    try {
      while (true) {
        Stream stream = session.accept();
        threads.execute(() -> answer(stream));
      }
    } catch (SessionEndedException e) {
      // no more streams will come
    }
    // guide end
    return null;
  }

  private static void answer(Stream stream) {
    try {
      echo(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void futures() throws Exception {
    // guide: futures
    CompletableFuture<Stream> accepting = server.acceptAsync();
    CompletableFuture<Stream> opening = client.openAsync(OpenOptions.DEFAULT);
    CompletableFuture<Integer> both = opening.thenCombine(accepting, (one, other) -> other.id());
    // guide end
    assertEquals(opening.get().id(), both.get());
  }

  @Test
  void observer() throws Exception {
    BlockingQueue<EndKind> ends = new LinkedBlockingQueue<>();
    // guide: observer
    SessionSettings observed =
        SessionSettings.builder()
            .observer(
                new SessionObserver() {
                  @Override
                  public void streamEnded(ObservedSession session, int streamId, Outcome outcome) {
                    ends.add(outcome.kind());
                  }
                })
            .build();
    // guide end
    Session session = Muxado.dial(sessions.address(), observed);
    session.open().reset(ErrorCode.CANCEL);
    assertEquals(EndKind.RESET_HERE, ends.take());
    session.kill();
  }

  private static final int CLOCK_TYPE = 0xFFFFFF10;

  @Test
  void extension() throws Exception {
    // guide: extension
    Extension clock =
        new Extension() {
          @Override
          public int type() {
            return CLOCK_TYPE; // 0xFFFFFF10
          }

          @Override
          public void serve(Stream stream) throws IOException { // on a thread of its own
            while (stream.inputStream().read() >= 0) {
              stream.write(ByteBuffer.allocate(8).putLong(System.currentTimeMillis()).flip());
            }
          }
        };
    SessionSettings extended = SessionSettings.builder().extension(clock).build();
    // guide end
    try (SessionListener listening = Muxado.listen(address, extended);
        Session asking = Muxado.dial(listening.address(), extended);
        Session answering = listening.accept()) {
      Stream stream = asking.open(OpenOptions.DEFAULT.withType(CLOCK_TYPE));
      stream.writeLast(ByteBuffer.allocate(1));
      assertEquals(8, stream.inputStream().readAllBytes().length);
      assertNull(answering.tryAccept());
    }
  }
}
