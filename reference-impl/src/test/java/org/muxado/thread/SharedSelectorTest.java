package org.muxado.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.session.Background;

/** The shared selector under several waits, each for the reading end of a pipe. */
@Timeout(30)
class SharedSelectorTest {

  private final List<Pipe> pipes = new ArrayList<>();
  private ChannelWait one;
  private ChannelWait other;

  @BeforeEach
  void open() throws IOException {
    one = onPipe();
    other = onPipe();
  }

  private ChannelWait onPipe() throws IOException {
    Pipe pipe = Pipe.open();
    pipes.add(pipe);
    return new ChannelWait(pipe.source(), ChannelWait.Place.SHARED);
  }

  @AfterEach
  void close() throws IOException {
    one.close();
    other.close();
    for (Pipe pipe : pipes) {
      pipe.sink().close();
    }
  }

  /** Waits until the channel is readable, or throws. */
  private static Background<String> reading(ChannelWait wait, Pipe pipe) {
    return Background.run(
        () -> {
          ByteBuffer octet = ByteBuffer.allocate(1);
          while (pipe.source().read(octet) == 0) {
            wait.await(SelectionKey.OP_READ, 0);
          }
          return "read " + octet.get(0);
        });
  }

  private void write(int pipe, int octet) throws IOException {
    pipes.get(pipe).sink().write(ByteBuffer.wrap(new byte[] {(byte) octet}));
  }

  /** The shared selector's thread, once one that is no longer used has ended. */
  private static Thread selecting() {
    List<Thread> found = List.of();
    while (found.size() != 1) {
      found =
          Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> thread.getName().equals("muxado-selector"))
              .toList();
    }
    return found.get(0);
  }

  @Test
  void wakesWhomItConcerns() throws Exception {
    Background<String> first = reading(one, pipes.get(0)).untilItWaits();
    Background<String> second = reading(other, pipes.get(1)).untilItWaits();
    write(1, 8);
    assertEquals("read 8", second.get());
    assertFalse(first.isDone());
    write(0, 9);
    assertEquals("read 9", first.get());
  }

  @Test
  void oneThreadWaitsForAll() throws IOException {
    one.wakeup();
    one.await(SelectionKey.OP_READ, 0);
    Thread thread = selecting();
    other.wakeup();
    other.await(SelectionKey.OP_READ, 0);
    assertSame(thread, selecting());
    assertTrue(thread.isDaemon());
  }

  @Test
  void endsWhenNoChannelIsLeft() throws Exception {
    one.await(SelectionKey.OP_READ, 1);
    Thread thread = selecting();
    one.close();
    other.close();
    thread.join();
    ChannelWait later = onPipe();
    Background<String> waiting = reading(later, pipes.get(2)).untilItWaits();
    write(2, 3);
    assertEquals("read 3", waiting.get());
    later.close();
  }

  @Test
  void interruptOfItsThreadChangesNothing() throws Exception {
    Background<String> waiting = reading(one, pipes.get(0)).untilItWaits();
    Thread thread = selecting();
    thread.interrupt();
    while (thread.isInterrupted() && !Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    write(0, 5);
    assertEquals("read 5", waiting.get());
    assertSame(thread, selecting());
  }

  /** A fault in its thread would have all sessions wait for ever. */
  @Test
  void failsAllWaitsWhenItBreaks() throws Exception {
    Background<String> first = reading(one, pipes.get(0)).untilItWaits();
    Background<String> second = reading(other, pipes.get(1)).untilItWaits();
    Pipe strange = Pipe.open();
    strange.sink().configureBlocking(false);
    SharedSelector.register(strange.sink(), null).interestOps(SelectionKey.OP_WRITE);
    SharedSelector.forgetClosed(); // it looks again
    for (Background<String> waiting : List.of(first, second)) {
      IOException failure = assertInstanceOf(IOException.class, waiting.failure());
      assertTrue(failure.getMessage().startsWith("the selector that virtual threads share failed"));
      assertInstanceOf(NullPointerException.class, failure.getCause());
    }
    assertThrows(IOException.class, () -> one.await(0, 0));
    ChannelWait later = onPipe();
    Background<String> waiting = reading(later, pipes.get(2)).untilItWaits();
    write(2, 3);
    assertEquals("read 3", waiting.get());
    later.close();
    strange.source().close();
    strange.sink().close();
  }

  @Test
  void timeLimitEndsAWait() throws IOException {
    one.await(SelectionKey.OP_READ, 1);
    one.await(0, 1);
    one.close();
    assertThrows(ClosedChannelException.class, () -> one.await(0, 1));
  }

  @Test
  void isNotThereForAClosedChannel() throws IOException {
    one.close();
    assertThrows(ClosedChannelException.class, () -> one.await(SelectionKey.OP_READ, 0));
  }
}
