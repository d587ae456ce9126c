package org.muxado.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;

/** One failure on the thread that accepts used to end it, and accept() hung for ever. */
@Timeout(30)
class LobbyTest {

  private static final Mode MODE = new Mode(TlsProvider.JDK, TlsProvider.JDK, TlsVersion.TLS_1_3);

  private final CompletableFuture<IOException> refused = new CompletableFuture<>();

  @Test
  void goesOnAfterAnErrorOfTheMachine() throws Exception {
    Error noThread = new OutOfMemoryError("unable to create native thread");
    acceptsAfter(new Failing(null, noThread), refused::complete);
    assertEquals(noThread, refused.get().getCause());
  }

  @Test
  void goesOnAfterAConnectionWithoutAddress() throws Exception {
    SocketChannel gone = SocketChannel.open();
    gone.close();
    acceptsAfter(new Failing(gone, null), refused::complete);
    assertNotNull(refused.get());
  }

  @Test
  void goesOnAfterTheListenerOfRefusalsThrew() throws Exception {
    CompletableFuture<Throwable> uncaught = new CompletableFuture<>();
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.complete(thrown));
    try {
      acceptsAfter(
          new Failing(null, null),
          failure -> {
            throw new IllegalStateException("thrown by onRefused");
          });
      assertInstanceOf(IllegalStateException.class, uncaught.get());
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(null);
    }
  }

  /** Accepts one at a time, so that a failure that keeps its place hangs, too. */
  private static void acceptsAfter(Failing channel, Consumer<IOException> onRefused)
      throws Exception {
    TlsSettings server = MODE.forServer().handshakesAtOnce(1).onRefused(onRefused).build();
    try (channel) {
      Lobby lobby = new Lobby(channel, server, SessionSettings.DEFAULT);
      lobby.open("accepts");
      try (Session client =
              MuxadoTls.dial(
                  "localhost", channel.port(), MODE.forClient().build(), SessionSettings.DEFAULT);
          Session accepted = lobby.take(Duration.ZERO).session()) {
        client.open();
        accepted.accept();
      }
    }
  }

  /** A channel whose first accept gives something of no use, or fails. */
  private static final class Failing extends ServerSocketChannel {

    private final ServerSocketChannel real = ServerSocketChannel.open().bind(Mode.anyPort());
    private final SocketChannel first;
    private final Error error;
    private boolean failed;

    Failing(SocketChannel first, Error error) throws IOException {
      super(SelectorProvider.provider());
      this.first = first;
      this.error = error;
    }

    int port() throws IOException {
      return ((InetSocketAddress) real.getLocalAddress()).getPort();
    }

    @Override
    public SocketChannel accept() throws IOException {
      if (failed) {
        return real.accept();
      }
      failed = true;
      if (error != null) {
        throw error;
      }
      if (first != null) {
        return first;
      }
      throw new IOException("too many open files");
    }

    @Override
    public ServerSocketChannel bind(SocketAddress local, int backlog) throws IOException {
      return real.bind(local, backlog);
    }

    @Override
    public <T> ServerSocketChannel setOption(SocketOption<T> name, T value) throws IOException {
      return real.setOption(name, value);
    }

    @Override
    public <T> T getOption(SocketOption<T> name) throws IOException {
      return real.getOption(name);
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
      return real.supportedOptions();
    }

    @Override
    public ServerSocket socket() {
      return real.socket();
    }

    @Override
    public SocketAddress getLocalAddress() throws IOException {
      return real.getLocalAddress();
    }

    @Override
    protected void implCloseSelectableChannel() throws IOException {
      real.close();
    }

    @Override
    protected void implConfigureBlocking(boolean block) throws IOException {
      real.configureBlocking(block);
    }
  }
}
