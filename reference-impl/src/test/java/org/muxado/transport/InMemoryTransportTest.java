package org.muxado.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InMemoryTransportTest {

  private final InMemoryTransport.Pair pair = InMemoryTransport.pair(4);
  private final InMemoryTransport client = pair.client();
  private final InMemoryTransport server = pair.server();

  @Test
  void takesNoMoreThanItsCapacity() throws IOException {
    assertEquals(4, client.write(text("abcdef")));
    assertEquals(0, client.write(text("ef")));
  }

  @Test
  void keepsOrderAcrossTheEndOfItsRing() throws IOException {
    client.write(text("abc"));
    assertEquals("ab", read(2));
    assertEquals(3, client.write(text("def")));
    assertEquals("cdef", read(9));
  }

  @Test
  void givesNothingWhileNothingIsThere() throws IOException {
    assertEquals(0, server.read(ByteBuffer.allocate(1)));
  }

  @Test
  void endsInputBehindWhatWasWritten() throws IOException {
    client.write(text("ab"));
    client.endOutput();
    assertEquals("ab", read(9));
    assertEquals(-1, server.read(ByteBuffer.allocate(1)));
    assertEquals(1, server.write(text("x")));
  }

  @Test
  void refusesWritesAfterTheEndOfOutput() {
    client.endOutput();
    assertThrows(IOException.class, () -> client.write(text("a")));
  }

  @Test
  void closeDeliversWhatWasWrittenAndBreaksTheRest() throws IOException {
    client.write(text("ab"));
    client.close();
    assertEquals("ab", read(9));
    assertEquals(-1, server.read(ByteBuffer.allocate(1)));
    assertThrows(IOException.class, () -> server.write(text("x")));
    assertThrows(IOException.class, () -> client.read(ByteBuffer.allocate(1)));
  }

  @Test
  void waitsUntilThePeerHasWritten() throws Exception {
    FutureTask<Integer> writer = new FutureTask<>(() -> client.write(text("a")));
    new Thread(writer).start();
    while (server.read(ByteBuffer.allocate(1)) == 0) {
      server.await(true, false);
    }
    assertEquals(1, writer.get());
  }

  @Test
  void waitsUntilThePeerHasMadeRoom() throws Exception {
    client.write(text("abcd"));
    FutureTask<String> reader = new FutureTask<>(() -> read(4));
    new Thread(reader).start();
    while (client.write(text("e")) == 0) {
      client.await(true, true);
    }
    assertEquals("abcd", reader.get());
  }

  @Test
  void wakeupBeforeTheWaitEndsIt() throws IOException {
    client.wakeup();
    client.await(true, false);
    assertEquals(0, client.read(ByteBuffer.allocate(1)));
  }

  @Test
  void refusesACapacityOfNothing() {
    assertThrows(IllegalArgumentException.class, () -> InMemoryTransport.pair(0));
  }

  private String read(int max) throws IOException {
    ByteBuffer target = ByteBuffer.allocate(max);
    int count = server.read(target);
    return new String(target.array(), 0, count, US_ASCII);
  }

  private static ByteBuffer text(String text) {
    return ByteBuffer.wrap(text.getBytes(US_ASCII));
  }
}
