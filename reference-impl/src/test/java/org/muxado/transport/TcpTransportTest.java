package org.muxado.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.muxado.session.Background;
import org.muxado.thread.ChannelWait;

/** TCP, with threads that wait in a selector of their own and, on every Java, in the shared one. */
@Timeout(30)
@ParameterizedClass
@EnumSource
class TcpTransportTest {

  @Parameter ChannelWait.Place place;

  private TcpTransport client;
  private TcpTransport server;

  @BeforeEach
  void connect() throws IOException {
    try (ServerSocketChannel listener = ServerSocketChannel.open()) {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      SocketChannel dialled = SocketChannel.open(listener.getLocalAddress());
      client = new TcpTransport(dialled, place);
      server = new TcpTransport(listener.accept(), place);
    }
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void deliversWhatWasWrittenThenTheEnd() throws IOException {
    assertEquals(3, client.write(ByteBuffer.wrap(new byte[] {1, 2, 3})));
    client.endOutput();
    assertEquals(6, sumUntilEnd(server));
    assertEquals(1, server.write(ByteBuffer.wrap(new byte[] {7})));
    server.endOutput();
    assertEquals(7, sumUntilEnd(client));
  }

  @Test
  void takesPartOfAWriteThatDoesNotFit() throws IOException {
    ByteBuffer large = ByteBuffer.allocate(1 << 20);
    int taken = client.write(large);
    while (taken == large.limit()) {
      taken = client.write(large.clear());
    }
    assertEquals(taken, large.position());
  }

  @Test
  void anInterruptedWriterLeavesItOpen() throws IOException {
    Thread.currentThread().interrupt();
    try {
      assertEquals(1, client.write(ByteBuffer.wrap(new byte[] {5})));
    } finally {
      assertTrue(Thread.interrupted());
    }
    client.endOutput();
    assertEquals(5, sumUntilEnd(server));
  }

  @Test
  void closeEndsAWaitForInput() throws Exception {
    Thread closer = new Thread(client::close);
    closer.start();
    assertThrows(IOException.class, () -> sumUntilEnd(client));
    closer.join();
  }

  @Test
  void closeEndsAWaitForNothing() throws Exception {
    Background<Integer> waiting = Background.run(() -> awaitUntilItThrows(client));
    waiting.untilItReads();
    client.close();
    assertInstanceOf(ClosedChannelException.class, waiting.failure());
  }

  /** The system would go on taking octets for a channel that a selector still knew. */
  @Test
  void closeLetsGoOfTheConnection() throws IOException {
    client.await(true, true); // known to the selector
    client.close();
    assertEquals(0, sumUntilEnd(server));
    assertThrows(IOException.class, () -> writeUntilItThrows(server));
  }

  @Test
  void closeAgainDoesNothing() {
    client.close();
    client.close();
    assertThrows(IOException.class, () -> client.read(ByteBuffer.allocate(1)));
  }

  @Test
  void wakeupEndsAWait() throws IOException {
    client.wakeup();
    client.await(true, false);
    assertEquals(0, client.read(ByteBuffer.allocate(1)));
  }

  @Test
  void wakeupEndsAWaitThatRuns() throws Exception {
    Background<Integer> waiting = Background.run(() -> awaitOnce(client, false));
    waiting.untilItReads();
    client.wakeup();
    assertEquals(0, waiting.get());
  }

  @Test
  void anInterruptEndsAWaitAndClosesNothing() throws Exception {
    Background<Integer> waiting =
        Background.run(
            () -> {
              awaitOnce(client, true);
              return Thread.interrupted() ? client.read(ByteBuffer.allocate(1)) : -1;
            });
    waiting.untilItReads().interrupt();
    assertEquals(0, waiting.get());
    server.write(ByteBuffer.wrap(new byte[] {4}));
    server.endOutput();
    assertEquals(4, sumUntilEnd(client));
  }

  @Test
  void awaitsRoomForOutput() throws Exception {
    ByteBuffer large = ByteBuffer.allocate(1 << 20);
    while (client.write(large.clear()) > 0) {
      // until nothing fits
    }
    Background<Integer> writing = Background.run(() -> writeOnceThereIsRoom(client));
    writing.untilItReads();
    ByteBuffer drain = ByteBuffer.allocate(1 << 20);
    while (!writing.isDone() && !Thread.currentThread().isInterrupted()) {
      server.read(drain.clear());
    }
    assertTrue(writing.get() > 0);
  }

  /** As a session does that has nothing to write: it reads until nothing is there, and waits. */
  @Test
  void losesNoWakeupAmongManyExchanges() throws Exception {
    Background<Integer> echoing = Background.run(() -> echo(server));
    ByteBuffer octet = ByteBuffer.allocate(1);
    for (int i = 0; i < 2_000; i++) {
      client.write(octet.clear());
      octet.clear();
      while (client.read(octet) == 0) {
        client.await(true, i % 3 == 0);
      }
    }
    client.endOutput();
    assertEquals(2_000, echoing.get());
  }

  @Test
  void refusesAnUnresolvedAddress() {
    InetSocketAddress nowhere = InetSocketAddress.createUnresolved("nowhere.invalid", 1);
    assertThrows(UnknownHostException.class, () -> TcpTransport.connect(nowhere));
  }

  @Test
  void takesTheLongestTimeLimit() throws IOException {
    try (ServerSocketChannel listener = ServerSocketChannel.open()) {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      InetSocketAddress address = (InetSocketAddress) listener.getLocalAddress();
      TcpTransport.connect(address, ChronoUnit.FOREVER.getDuration()).close();
      TcpTransport.connect(address, Duration.ofSeconds(Long.MAX_VALUE, 999_999_999)).close();
    }
  }

  /** Or until the test's time is over. */
  private static void writeUntilItThrows(TcpTransport transport) throws IOException {
    while (!Thread.currentThread().isInterrupted()) {
      transport.write(ByteBuffer.allocate(1_000));
    }
  }

  private static int awaitUntilItThrows(TcpTransport transport) throws IOException {
    while (true) {
      transport.await(false, false);
    }
  }

  private static int awaitOnce(TcpTransport transport, boolean forInput) throws IOException {
    transport.await(forInput, false);
    return 0;
  }

  private static int writeOnceThereIsRoom(TcpTransport transport) throws IOException {
    int count = 0;
    while (count == 0) {
      transport.await(false, true);
      count = transport.write(ByteBuffer.allocate(1_000));
    }
    return count;
  }

  private static int echo(TcpTransport transport) throws IOException {
    ByteBuffer target = ByteBuffer.allocate(16);
    int sum = 0;
    for (int count = transport.read(target); count >= 0; count = transport.read(target.clear())) {
      if (count == 0) {
        transport.await(true, false);
      }
      transport.write(target.flip());
      sum += count;
    }
    return sum;
  }

  private static int sumUntilEnd(TcpTransport transport) throws IOException {
    ByteBuffer target = ByteBuffer.allocate(16);
    int sum = 0;
    for (int count = transport.read(target); count >= 0; count = transport.read(target.clear())) {
      if (count == 0) {
        transport.await(true, false);
      }
      for (int i = 0; i < count; i++) {
        sum += target.get(i);
      }
    }
    return sum;
  }
}
