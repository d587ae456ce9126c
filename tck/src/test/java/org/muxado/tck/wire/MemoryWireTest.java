package org.muxado.tck.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class MemoryWireTest {

  private final AtomicInteger changes = new AtomicInteger();
  private final CountDownLatch changed = new CountDownLatch(1);
  private final MemoryWire wire = new MemoryWire(4, this::onChange);
  private final InputStream in = wire.implementationEnd().in();
  private final OutputStream out = wire.implementationEnd().out();

  private void onChange() {
    changes.incrementAndGet();
    changed.countDown();
  }

  @Test
  void oneReadNeverCrossesTheEndOfAChunk() throws IOException {
    wire.send(new byte[] {1, 2, 3});
    wire.send(new byte[] {4});
    byte[] into = new byte[10];
    assertEquals(3, in.read(into));
    assertEquals(1, in.available());
    assertEquals(4, in.read());
    assertEquals(0, in.available());
  }

  @Test
  void aChunkIsReadInSeveralReads() throws IOException {
    wire.send(new byte[] {1, 2, 3});
    byte[] into = new byte[2];
    assertEquals(2, in.read(into));
    assertArrayEquals(new byte[] {1, 2}, into);
    assertEquals(1, in.read(into));
    assertEquals(3, into[0]);
  }

  @Test
  void theEndIsReadAfterEverythingSent() throws IOException {
    wire.send(new byte[] {7});
    wire.endInput();
    wire.send(new byte[] {8});
    assertEquals(7, in.read());
    assertEquals(-1, in.read());
    assertEquals(-1, in.read(new byte[3]));
  }

  @Test
  void aBreakIsReadAfterEverythingSent() throws IOException {
    wire.send(new byte[] {7});
    wire.breakNow();
    assertEquals(7, in.read());
    assertEquals("the wire broke", assertThrows(IOException.class, in::read).getMessage());
  }

  @Test
  void aBreakFailsWritesAndKeepsWhatWasWritten() throws IOException {
    out.write(new byte[] {1, 2});
    wire.breakNow();
    assertThrows(IOException.class, () -> out.write(3));
    assertArrayEquals(new byte[] {1, 2}, wire.drain());
    assertEquals(WireEnd.BROKEN, wire.outputEnd());
  }

  @Test
  void aWriteTakesWhatFitsBeforeTheBreakAndFails() throws IOException {
    out.write(new byte[] {1});
    wire.breakOutputAfter(2);
    assertThrows(IOException.class, () -> out.write(new byte[] {2, 3, 4}));
    assertArrayEquals(new byte[] {1, 2, 3}, wire.drain());
    assertEquals(WireEnd.BROKEN, wire.outputEnd());
    assertThrows(IOException.class, in::read);
  }

  @Test
  void aWriteThatEndsAtTheBreakSucceeds() throws IOException {
    wire.breakOutputAfter(2);
    out.write(new byte[] {1, 2});
    assertEquals(WireEnd.OPEN, wire.outputEnd());
    assertThrows(IOException.class, () -> out.write(3));
    assertEquals(WireEnd.BROKEN, wire.outputEnd());
  }

  @Test
  void aFullWireBlocksTheWriterUntilItIsDrained() throws Exception {
    CompletableFuture<Void> writing = inBackground(() -> out.write(new byte[] {1, 2, 3, 4, 5, 6}));
    assertTrue(changed.await(5, TimeUnit.SECONDS));
    assertTrue(wire.isFull());
    assertFalse(writing.isDone());
    assertArrayEquals(new byte[] {1, 2, 3, 4}, wire.drain());
    writing.get(5, TimeUnit.SECONDS);
    assertFalse(wire.isFull());
    assertArrayEquals(new byte[] {5, 6}, wire.drain());
  }

  @Test
  void aBlockedWriterFailsWhenTheWireBreaks() throws Exception {
    CompletableFuture<Void> writing = inBackground(() -> out.write(new byte[5]));
    assertTrue(changed.await(5, TimeUnit.SECONDS));
    wire.breakNow();
    assertFailsOnTheWire(writing);
    assertEquals(4, wire.drain().length);
  }

  @Test
  void aBlockedWriterFailsWhenTheWireIsToBreakThere() throws Exception {
    CompletableFuture<Void> writing = inBackground(() -> out.write(new byte[5]));
    assertTrue(changed.await(5, TimeUnit.SECONDS));
    wire.breakOutputAfter(0);
    assertFailsOnTheWire(writing);
    assertEquals(WireEnd.BROKEN, wire.outputEnd());
  }

  @Test
  void closingTheOutputEndsOneDirectionOnly() throws IOException {
    out.close();
    wire.send(new byte[] {9});
    assertEquals(WireEnd.ENDED, wire.outputEnd());
    assertEquals(1, changes.get());
    assertEquals(9, in.read());
    assertThrows(IOException.class, () -> out.write(1));
  }

  @Test
  void closingTheWireEndsBothDirections() {
    wire.send(new byte[] {9});
    wire.implementationEnd().close();
    assertEquals(WireEnd.CLOSED, wire.outputEnd());
    assertThrows(IOException.class, in::read);
    assertThrows(IOException.class, () -> out.write(1));
  }

  /** It used to be unread for good: nobody reads a direction that is closed. */
  @Test
  void closingBehindTheLastOctetHasReadThem() throws IOException {
    wire.send(new byte[] {9});
    assertEquals(9, in.read());
    assertFalse(wire.isInputRead());
    in.close();
    assertTrue(wire.isInputRead());
  }

  @Test
  void closingBeforeTheLastOctetHasNotReadThem() throws IOException {
    wire.send(new byte[] {8, 9});
    assertEquals(8, in.read());
    in.close();
    assertFalse(wire.isInputRead());
    assertTrue(wire.isInputDropped());
  }

  @Test
  void aBlockedReaderFailsWhenTheKitDisposes() throws Exception {
    CompletableFuture<Void> reading = inBackground(() -> in.read(new byte[1]));
    wire.dispose();
    assertFailsOnTheWire(reading);
  }

  private static void assertFailsOnTheWire(CompletableFuture<Void> work) {
    ExecutionException failure =
        assertThrows(ExecutionException.class, () -> work.get(20, TimeUnit.SECONDS));
    assertInstanceOf(IOException.class, failure.getCause());
  }

  private interface Io {
    void run() throws IOException;
  }

  private static CompletableFuture<Void> inBackground(Io work) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
                done.complete(null);
              } catch (IOException | RuntimeException e) {
                done.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return done;
  }
}
