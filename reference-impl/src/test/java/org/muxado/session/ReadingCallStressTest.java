package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muxado.transport.TcpTransport;

/**
 * Hazard: the input is held by nobody while somebody waits. Callers come and go at random, with
 * small buffers in between, time limits and interrupts; every octet must come back.
 */
@Timeout(120)
class ReadingCallStressTest {

  private static final int EXCHANGES = 400;
  private static final int BUFFER_BYTES = 4_096;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void allEchoesComeOverSmallTcpBuffers(int workers) throws Exception {
    try (Link link = smallTcp()) {
      exchange(link, workers);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void allEchoesComeOverASmallPipe(int workers) throws Exception {
    try (Link link = Link.inMemory(1_000, Link.PLAIN)) {
      exchange(link, workers);
    }
  }

  private static Link smallTcp() throws IOException {
    try (ServerSocketChannel listener = ServerSocketChannel.open()) {
      listener.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_BYTES);
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      SocketChannel dialled = SocketChannel.open();
      dialled.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER_BYTES);
      dialled.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_BYTES);
      dialled.connect(listener.getLocalAddress());
      SocketChannel accepted = listener.accept();
      accepted.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER_BYTES);
      return new Link(new TcpTransport(dialled), new TcpTransport(accepted), Link.PLAIN);
    }
  }

  private static void exchange(Link link, int workers) throws Exception {
    List<Background<Integer>> asking = new ArrayList<>();
    List<Background<Void>> serving = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      Random random = new Random(i);
      serving.add(Background.run(() -> serve(link.server)));
      asking.add(Background.run(() -> ask(link.client, random)));
    }
    Random random = new Random(workers);
    while (!asking.stream().allMatch(Background::isDone)) {
      failWithAny(serving);
      asking.get(random.nextInt(workers)).interrupt();
      for (int pause = random.nextInt(20_000); pause > 0; pause--) {
        Thread.onSpinWait();
      }
    }
    for (Background<Integer> worker : asking) {
      assertEquals(EXCHANGES, worker.get());
    }
  }

  /** Serving has no end of its own: one that has ended has failed. */
  private static void failWithAny(List<Background<Void>> serving) throws Exception {
    for (Background<Void> server : serving) {
      if (server.isDone()) {
        server.get();
      }
    }
  }

  private static int ask(Session session, Random random) throws Exception {
    for (int i = 0; i < EXCHANGES; i++) {
      Stream stream = session.open();
      byte[] octets = Bytes.pattern(1 + random.nextInt(random.nextInt(10) == 0 ? 20_000 : 100), i);
      stream.setReadTimeout(Duration.ofMillis(random.nextInt(4) == 0 ? 1 : 0));
      write(stream, ByteBuffer.wrap(octets));
      ByteBuffer echo = ByteBuffer.allocate(octets.length);
      while (echo.hasRemaining()) {
        insist(() -> stream.read(echo));
      }
      assertEquals(ByteBuffer.wrap(octets), echo.flip());
      stream.close();
    }
    return EXCHANGES;
  }

  private static Void serve(Session session) throws Exception {
    ByteBuffer buffer = ByteBuffer.allocate(1_000);
    while (true) {
      Stream stream = session.accept();
      while (stream.read(buffer.clear()) >= 0) {
        stream.write(buffer.flip());
      }
      stream.close();
    }
  }

  private static void write(Stream stream, ByteBuffer source) throws Exception {
    while (source.hasRemaining()) {
      insist(
          () -> {
            stream.write(source);
            return source.position();
          });
    }
  }

  /** Makes the call, again after an interrupt or the end of its time. */
  private static void insist(Callable<Integer> call) throws Exception {
    try {
      call.call();
    } catch (CallTimeoutException again) {
      // The time was short on purpose.
    } catch (InterruptedIOException again) {
      Thread.interrupted();
    }
  }
}
