package org.muxado.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TcpTransportTest {

  private TcpTransport client;
  private TcpTransport server;

  @BeforeEach
  void connect() throws IOException {
    try (ServerSocketChannel listener = ServerSocketChannel.open()) {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      client = TcpTransport.connect((InetSocketAddress) listener.getLocalAddress());
      server = new TcpTransport(listener.accept());
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
